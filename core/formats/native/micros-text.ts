/**
 * A time as a recording prints it: µs with at least three decimals, never with an exponent. Invariant: printing what
 * was read from a print gives the same text.
 */
export function microsText(t: number): string {
  if (Number.isInteger(t)) return `${t}.000`;
  const text = String(t);
  if (text.includes("e")) return microsText(Number(t.toFixed(3)));
  const decimals = text.length - text.indexOf(".") - 1;
  return decimals >= 3 ? text : text + "0".repeat(3 - decimals);
}
