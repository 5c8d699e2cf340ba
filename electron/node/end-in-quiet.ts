/**
 * The end of a worker thread that had much to do. Node, 20 for one, has a thread that ends wait for all that V8's
 * background threads are doing, for whichever thread; one of them may be waiting for this very thread to collect garbage.
 * Then neither goes on: each thread that ends later hangs with them, and so does the process at its end
 * (nodejs/node, issue 54918). While a thread lies idle it answers such requests, and none is made any more.
 */

/** How long a thread lies idle before it ends, ms. */
const quiet = 500;

/** Has the thread that calls it end a little later than its work does. To be called last. */
export function endInQuiet(): void {
  setTimeout(() => {}, quiet);
}
