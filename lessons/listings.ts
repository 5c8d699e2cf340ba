/**
 * The listings of all lessons, each from its lesson's own folder.
 */
import type { Mode } from "../core/contract/run.ts";
import type { Listing } from "./listing.ts";
import { oneJobTwoWaysListings } from "./one-job-two-ways/listings.ts";

export type { Listing } from "./listing.ts";

export const listings: readonly Listing[] = [...oneJobTwoWaysListings];

/** The listing of a lesson's program in one mode, or undefined. */
export function listingOf(lesson: string, mode: Mode): Listing | undefined {
  return listings.find((listing) => listing.lesson === lesson && listing.mode === mode);
}
