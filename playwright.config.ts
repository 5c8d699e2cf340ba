// Tests that drive the real Electron. One worker, unless `npm test` has displays for more: each test has its display to itself,
// those tagged `@alone` (test/support/alone.ts) the machine and its clock, too.
import { defineConfig } from "@playwright/test";

/** The project of a folder of tests. */
const of = (name: string) => ({
  name,
  testDir: `test/${name}`,
  testMatch: "**/*.spec.ts",
  outputDir: `out/playwright/${name}`,
});

export default defineConfig({
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Generous: a slow machine is no failure. What has to be quick is measured by benches.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  projects: [of("e2e"), of("fault"), of("shots")],
});
