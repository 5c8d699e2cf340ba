/**
 * A blocking sleep in the page: a synchronous request to our own protocol, answered after the delay. It really holds
 * the page's thread, and does not burn a processor meanwhile; `Atomics.wait` throws there.
 */

/** The longest that one request is answered after, ms; main's blocking-request.ts has the same bound. */
const longest = 10_000;

/** Holds the page's thread for `delay` s, to the ms. @throws Error when the protocol does not answer. */
export function blockPage(delay: number): void {
  for (let left = Math.round(delay * 1_000); left > 0; left -= longest) hold(Math.min(left, longest));
}

function hold(ms: number): void {
  const request = new XMLHttpRequest();
  request.open("GET", `/block?ms=${ms}`, false);
  request.send();
  if (request.status >= 400) throw new Error(`the blocking sleep was refused with status ${request.status}`);
}
