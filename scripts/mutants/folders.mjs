// What is mutated, and which tests are to notice. A folder's tests are those that can tell: unit, property and
// conformance; a test that only touches the folder on its way to something else costs time and proves nothing.

/**
 * @typedef {object} MutatedFolder
 * @property {number} threshold percent of the mutants that are not equivalent which the tests must kill
 * @property {readonly string[]} tests globs of test files, relative to the checkout
 */

/** @type {Readonly<Record<string, MutatedFolder>>} by folder, relative to the checkout */
export const mutatedFolders = {
  "core/asyncio": {
    threshold: 95,
    tests: [
      "test/unit/core/asyncio/**/*.test.ts",
      "test/unit/core/trace/adapters/asyncio*.test.ts",
      "test/conformance/conformance.test.ts",
      "test/property/asyncio/loop-invariants.test.ts",
    ],
  },
  "core/threading": {
    threshold: 95,
    tests: [
      "test/unit/core/threading/**/*.test.ts",
      "test/unit/core/thread-host/**/*.test.ts",
      "test/mutants/threads-conformance.test.ts",
      "test/property/threading/ring.test.ts",
    ],
  },
  "core/thread-host": {
    threshold: 90,
    tests: ["test/unit/core/thread-host/**/*.test.ts", "test/unit/core/bridges/**/*.test.ts"],
  },
  "core/trace": {
    threshold: 90,
    tests: ["test/unit/core/trace/**/*.test.ts", "test/property/trace/**/*.test.ts"],
  },
  "core/journal": {
    threshold: 95,
    tests: [
      "test/unit/core/journal/**/*.test.ts",
      "test/unit/core/trace/check/**/*.test.ts",
      "test/property/journal/journal*.test.ts",
      "test/property/damage/damaged-journal.test.ts",
    ],
  },
  "core/formats": {
    threshold: 90,
    tests: ["test/unit/core/formats/**/*.test.ts", "test/property/formats/**/*.test.ts"],
  },
  "core/runs": {
    threshold: 90,
    tests: ["test/unit/core/runs/**/*.test.ts", "test/property/runs/**/*.test.ts"],
  },
};

/** The variable that names the folder whose tests the runner of the mutation tests loads. */
export const folderVariable = "SPINSCOPE_MUTANTS";

/**
 * @param {string} path relative to the checkout
 * @returns {string | undefined} the mutated folder that it lies in
 */
export function folderOf(path) {
  return Object.keys(mutatedFolders).find((folder) => isIn([folder], path));
}

/**
 * @param {readonly string[]} parts files and folders, relative to the checkout
 * @param {string} path relative to the checkout
 * @returns {boolean} whether it is one of them or lies in one
 */
export function isIn(parts, path) {
  return parts.some((part) => path === part || path.startsWith(`${part}/`));
}
