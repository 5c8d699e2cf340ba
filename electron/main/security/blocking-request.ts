/**
 * `app://spinscope/block?ms=500`: an answer that comes after the delay. A coroutine's blocking sleep in the page is
 * a synchronous request to it: it holds the page's thread without burning a processor, where `Atomics.wait` throws.
 * Exact path, one parameter, and a bound, so that a page can hold itself up only so long.
 */

export const blockingPath = "/block";
/** The longest delay, ms. */
export const longestBlock = 10_000;

/** The delay in ms that the address asks for; `undefined` when it is not one that is answered. */
export function blockingDelay(url: URL): number | undefined {
  if (url.pathname !== blockingPath) return undefined;
  const written = /^\?ms=(\d{1,5})$/.exec(url.search)?.[1];
  const ms = Number(written);
  return written !== undefined && ms <= longestBlock ? ms : undefined;
}
