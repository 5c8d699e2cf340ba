/**
 * The listings of all lessons, each from its lesson's own folder.
 */
import type { Mode } from "../core/contract/run.ts";
import { aTaskCanBeCancelledListings } from "./a-task-can-be-cancelled/listings.ts";
import { aThreadForTheBlockingCallListings } from "./a-thread-for-the-blocking-call/listings.ts";
import { aTransferInOnePieceListings } from "./a-transfer-in-one-piece/listings.ts";
import { futuresTwiceListings } from "./futures-twice/listings.ts";
import { halfOfATransferListings } from "./half-of-a-transfer/listings.ts";
import { joiningAndAwaitingListings } from "./joining-and-awaiting/listings.ts";
import type { Listing } from "./listing.ts";
import { neverBlockTheLoopListings } from "./never-block-the-loop/listings.ts";
import { neverBlockTheLoopRepairedListings } from "./never-block-the-loop-repaired/listings.ts";
import { oneJobTwoWaysListings } from "./one-job-two-ways/listings.ts";
import { theUpdateThatIsKeptListings } from "./the-update-that-is-kept/listings.ts";
import { theUpdateThatIsLostListings } from "./the-update-that-is-lost/listings.ts";
import { threadsHaveToBeAskedListings } from "./threads-have-to-be-asked/listings.ts";
import { twoLocksTwoOrdersListings } from "./two-locks-two-orders/listings.ts";

export type { Listing } from "./listing.ts";

export const listings: readonly Listing[] = [
  ...oneJobTwoWaysListings,
  ...threadsHaveToBeAskedListings,
  ...aTaskCanBeCancelledListings,
  ...joiningAndAwaitingListings,
  ...futuresTwiceListings,
  ...neverBlockTheLoopListings,
  ...neverBlockTheLoopRepairedListings,
  ...aThreadForTheBlockingCallListings,
  ...theUpdateThatIsLostListings,
  ...theUpdateThatIsKeptListings,
  ...halfOfATransferListings,
  ...aTransferInOnePieceListings,
  ...twoLocksTwoOrdersListings,
];

/** The listing of a lesson's program in one mode, or undefined. */
export function listingOf(lesson: string, mode: Mode): Listing | undefined {
  return listings.find((listing) => listing.lesson === lesson && listing.mode === mode);
}
