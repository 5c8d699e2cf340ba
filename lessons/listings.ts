/**
 * The listings: each program's source as written, before the line transform. A listing's `file` is what `line`
 * events and `repr` name, so that the two can be held against each other.
 */
import type { Mode } from "../core/contract/run.ts";
import oneJobTwoWaysCoroutines from "./one-job-two-ways/programs/coroutines.ts?raw";
import oneJobTwoWaysThreads from "./one-job-two-ways/programs/threads.ts?raw";

export interface Listing {
  readonly lesson: string;
  readonly mode: Mode;
  /** As `line` events name it: `threads.ts`. */
  readonly file: string;
  readonly source: string;
}

export const listings: readonly Listing[] = [
  { lesson: "one-job-two-ways", mode: "threads", file: "threads.ts", source: oneJobTwoWaysThreads },
  { lesson: "one-job-two-ways", mode: "coroutines", file: "coroutines.ts", source: oneJobTwoWaysCoroutines },
];

/** The listing of a lesson's program in one mode, or undefined. */
export function listingOf(lesson: string, mode: Mode): Listing | undefined {
  return listings.find((listing) => listing.lesson === lesson && listing.mode === mode);
}
