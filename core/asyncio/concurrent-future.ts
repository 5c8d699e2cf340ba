/**
 * A future of `concurrent.futures`, as far as asyncio needs it: asyncio knows no threads.
 */
export interface ConcurrentFuture<Result> {
  cancel(): boolean;
  cancelled(): boolean;
  /** The exception of one that is done, null for none. */
  exception(): unknown;
  /** The result of one that is done. */
  result(): Result;
  /** Has `callback` called when it has ended. What the loop's thread can be told is the loop's affair: `whenEnded`. */
  addDoneCallback(callback: () => unknown): void;
}
