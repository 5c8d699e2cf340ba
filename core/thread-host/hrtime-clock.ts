/**
 * The clock of Node's threads and processes: `process.hrtime`, read as `performance.now()` tied to it once. (They are
 * the same clock from different beginnings, and only `performance.now()` makes no object.)
 * Invariant: two threads that tie the same way agree to a fraction of a microsecond, so that what one did before
 * it woke the other is stamped before it.
 */

const samples = 64;

/**
 * A reader of `process.hrtime` in µs.
 * @param millis `performance.now`, in ms
 * @param nanos `process.hrtime.bigint`, in ns
 */
export function tieToHrtime(millis: () => number, nanos: () => bigint): () => number {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < samples; i++) {
    const before = millis() * 1_000;
    const exact = Number(nanos()) / 1_000;
    const after = millis() * 1_000;
    // The two beginnings lie apart by something between these; each sample narrows it.
    least = Math.max(least, exact - after);
    most = Math.min(most, exact - before);
  }
  const apart = (least + most) / 2;
  return () => millis() * 1_000 + apart;
}
