/** A duration in a column that bears the unit: ms without it, with as many digits as the eye can use. */

/** `us` µs in ms: `0.17`, `63.0`, `3002`; a dash for NaN. */
export function bareMilliseconds(us: number): string {
  if (Number.isNaN(us)) return "–";
  const ms = us / 1_000;
  const size = Math.abs(ms);
  return ms.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
