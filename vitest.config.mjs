// Tests that need no browser: the same line transform and the same names for programs as in the built product. The files
// of a worker share its modules, which are loaded and compiled once; what looks at the engine itself, or would change what
// the others see, is named `*.alone.test.ts` and has a worker of its own.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { lineTransform } from "./scripts/build/line-transform-plugin.mjs";
import { listingTokens } from "./scripts/build/listing-tokens-plugin.mjs";
import { programImports } from "./scripts/build/program-imports.mjs";

const tests = "test/**/*.test.{ts,tsx}";
const alone = "test/**/*.alone.test.{ts,tsx}";

export default defineConfig({
  plugins: [lineTransform(), listingTokens()],
  resolve: { alias: programImports },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "node",
    restoreMocks: true,
    unstubGlobals: true,
    // Without a word, vitest leaves a core to itself: half of a small machine.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: "together", include: [tests], exclude: [alone], isolate: false } },
      { extends: true, test: { name: "alone", include: [alone] } },
    ],
    // A limit for what hangs, and no measure of speed: some tests build or parse the whole product, on whatever machine.
    testTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
