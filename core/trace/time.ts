/**
 * Units of time. Trace time is a float64 of microseconds; what it counts from is said by the type's user:
 * a producer's raw clock, or the recording's origin once aligned.
 */
declare const microsBrand: unique symbol;

/** Microseconds (µs), fractions allowed. */
export type Micros = number & { readonly [microsBrand]: true };

/** The one door into `Micros`: the caller vouches for the unit. */
export function micros(value: number): Micros {
  return value as Micros;
}

/** Milliseconds to `Micros`. */
export function fromMillis(ms: number): Micros {
  return micros(ms * 1_000);
}

/** `Micros` to milliseconds. */
export function toMillis(us: Micros): number {
  return us / 1_000;
}
