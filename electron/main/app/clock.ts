/**
 * Main's monotonic clock: the one on which the origin of a recording is read. It is the same for all Node processes
 * of a machine.
 */

/** µs since an arbitrary instant; never runs backwards. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1_000;
}

/** Does `action` in `ms` milliseconds, unless the returned function is called first. */
export function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}
