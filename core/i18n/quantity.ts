/**
 * Numbers as a person reads them: with a unit, with as many digits as the eye can use, and of one width where they
 * stand in a column. A thin no-break space joins number and unit.
 */
const space = "\u202f";

/** A duration in ms as text: `0.17 ms`, `63 ms`, `3.002 s`; a dash for none (`undefined` or NaN). */
export function milliseconds(ms: number | undefined): string {
  if (ms === undefined || Number.isNaN(ms)) return "–";
  const size = Math.abs(ms);
  if (size >= 1_000) return `${(ms / 1_000).toFixed(3)}${space}s`;
  if (size >= 100) return `${ms.toFixed(0)}${space}ms`;
  if (size >= 10) return `${ms.toFixed(1)}${space}ms`;
  return `${ms.toFixed(2)}${space}ms`;
}

/** A count with its thousands set apart: `12 480`. A dash for none. */
export function wholeNumber(count: number | undefined): string {
  if (count === undefined || Number.isNaN(count)) return "–";
  return Math.round(count)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, space);
}
