// Tests that drive the real Electron.
import { defineConfig } from "@playwright/test";

/** Files whose tests need the machine, its clock and its display for themselves; what they see is a matter of time. */
const alone = [
  "event-loop",
  "hung-threads",
  "killed-page",
  "killed-threads",
  "page-lit-lines",
  "soak",
  "stalled-page",
].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  // The stages of `npm test` say how many; files of a project without "alone" may run beside each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Generous: a slow machine is no failure. What has to be quick is measured by benches.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: "out/playwright",
  projects: [
    { name: "e2e", testDir: "test/e2e", testMatch: "**/*.spec.ts", testIgnore: alone },
    { name: "e2e-alone", testDir: "test/e2e", testMatch: alone },
    { name: "fault", testDir: "test/fault", testMatch: "**/*.spec.ts", testIgnore: alone },
    { name: "fault-alone", testDir: "test/fault", testMatch: alone },
    { name: "shots", testDir: "test/shots", testMatch: "**/*.spec.ts" },
  ],
});
