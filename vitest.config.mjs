// Tests that need no browser: the same line transform and the same names for programs as in the built product.
import { defineConfig } from "vitest/config";
import { lineTransform } from "./scripts/build/line-transform-plugin.mjs";
import { listingTokens } from "./scripts/build/listing-tokens-plugin.mjs";
import { programImports } from "./scripts/build/program-imports.mjs";

export default defineConfig({
  plugins: [lineTransform(), listingTokens()],
  resolve: { alias: programImports },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    environment: "node",
    restoreMocks: true,
    // A limit for what hangs, and no measure of speed: some tests build or parse the whole product, on whatever machine.
    testTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
