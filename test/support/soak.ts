/**
 * The forms of tests that can go on for long: the fast one of `npm test`; the long one of `npm run soak`, which sets
 * SPINSCOPE_SOAK; and a short one for mutation runs, which run a property for each mutant that it comes over.
 */
import { folderVariable } from "../../scripts/mutants/folders.mjs";

/** Whether this is the long form. */
export const isSoak = process.env["SPINSCOPE_SOAK"] === "1";

/** Whether StrykerJS runs the tests: a source that holds all mutants has no place for a planted bug. */
export const isMutationRun = process.env[folderVariable] !== undefined;

/** How many times as many seeds the long form tries. */
const manyTimes = 50;

/** One in so many of the fast form's seeds is tried for a mutant. */
const fewerTimes = 5;

/** How often to do something: `fast` times, `long` times in the soak, a fraction of `fast` in a mutation run. */
export function rounds(fast: number, long: number): number {
  if (isSoak) return long;
  return isMutationRun ? Math.ceil(fast / fewerTimes) : fast;
}

/** So many runs of a property in the fast form, many times as many in the long one. */
export const runs = (fast: number): number => rounds(fast, fast * manyTimes);

/** So long may a test of such a property take, ms. */
export const patience = (fast: number): number => (isSoak ? fast * manyTimes : fast);

/** How long the soak in the app goes on, in minutes. */
export const soakMinutes = Number(process.env["SPINSCOPE_SOAK_MINUTES"] ?? 30);
