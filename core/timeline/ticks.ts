/**
 * The time axis: instants at round distances (1, 2 or 5 times a power of ten) with their labels. The unit follows the
 * distance, so that neighbours differ in their last digit: `0.5 s`, `3 002 ms`, `3 001 205 µs`.
 */
const thin = "\u202f";
/** Between a number and its unit. */
const space = "\u00a0";

export interface Tick {
  /** µs since the recording's origin. */
  readonly t: number;
  readonly label: string;
}

/** The smallest round distance (µs) of at least `atLeast` µs. */
export function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  for (const times of [1, 2, 5]) if (power * times >= atLeast * (1 - 1e-9)) return power * times;
  return power * 10;
}

/** The ticks from `from` to `to` (µs), at least `atLeast` µs apart. */
export function* ticks(from: number, to: number, atLeast: number): Generator<Tick, void> {
  const step = roundStep(atLeast);
  const last = Math.floor(to / step);
  for (let n = Math.ceil(from / step); n <= last; n++) yield { t: n * step, label: tickLabel(n * step, step) };
}

/** The label of an instant (µs) on an axis whose ticks are `step` µs apart. */
export function tickLabel(t: number, step: number): string {
  if (step >= 100_000) return `${number(t / 1e6, step / 1e6)}${space}s`;
  if (step >= 100) return `${number(t / 1e3, step / 1e3)}${space}ms`;
  return `${number(t, step)}${space}µs`;
}

/** An instant to the precision of a pixel, for a read-out. `perPixel` in µs. */
export function instantLabel(t: number, perPixel: number): string {
  const step = roundStep(Math.max(perPixel, 0.1));
  if (step >= 1_000) return `${number(t / 1e6, step / 1e6)}${space}s`;
  if (step >= 1) return `${number(t / 1e3, step / 1e3)}${space}ms`;
  return `${number(t, step)}${space}µs`;
}

function number(value: number, step: number): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const [whole = "0", fraction] = value.toFixed(decimals).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thin);
  const signed = grouped === "-0" && Number(fraction ?? 0) === 0 ? "0" : grouped.replace("-", "−");
  return fraction === undefined ? signed : `${signed}.${fraction}`;
}
