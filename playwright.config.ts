// Tests that drive the real Electron. One worker: each test has the machine, its clock and its display to itself.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Generous: a slow machine is no failure. What has to be quick is measured by benches.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: "out/playwright",
  projects: [
    { name: "e2e", testDir: "test/e2e", testMatch: "**/*.spec.ts" },
    { name: "fault", testDir: "test/fault", testMatch: "**/*.spec.ts" },
    { name: "shots", testDir: "test/shots", testMatch: "**/*.spec.ts" },
  ],
});
