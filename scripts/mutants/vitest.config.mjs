// The tests of one mutated folder, as StrykerJS runs them: in a copy of the checkout, on sources that hold all mutants.
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.mjs";
import { folderVariable, mutatedFolders } from "./folders.mjs";

const folder = process.env[folderVariable] ?? "";
const tests = mutatedFolders[folder]?.tests;
if (tests === undefined) throw new Error(`${folderVariable} names no mutated folder: "${folder}"`);

const { projects: _, ...options } = base.test ?? {};

export default defineConfig({
  ...base,
  test: {
    ...options,
    include: [...tests],
    // What looks at the engine itself sees the instrumentation.
    exclude: ["**/*.alone.test.ts"],
    // Each mutant has a worker of its own anyway; the files of a run share its modules.
    isolate: false,
    setupFiles: ["test/support/mutants/mutants-setup.ts"],
    // A mutant that hangs is to be noticed soon.
    testTimeout: 10_000,
    hookTimeout: 60_000,
  },
});
