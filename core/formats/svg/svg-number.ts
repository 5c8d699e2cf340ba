/** A length or place as an SVG file has it: at most two decimals, never an exponent. */
export function svgNumber(value: number): string {
  if (!Number.isFinite(value)) return "0";
  const rounded = Math.round(Math.min(Math.max(value, -1e6), 1e6) * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}
