/**
 * The monotonic clock that all threads of this host share: process.hrtime, in µs.
 */

/** µs, exact to the nanosecond for some months of uptime. */
export function monotonicMicros(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000_000 + nanoseconds / 1_000;
}
