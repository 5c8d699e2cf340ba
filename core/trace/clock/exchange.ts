/**
 * One exchange between a producer's clock and main's: the producer asks, main answers with its own time, the
 * producer hears it. Main's reading lies somewhere within the round trip; the middle is off by half of it at most.
 */
export interface ClockExchange {
  /** The producer's clock in the middle of the round trip, µs. */
  readonly raw: number;
  /** Main's clock when it answered, µs since the recording's origin. */
  readonly main: number;
  /** From asking to hearing, µs on the producer's clock. */
  readonly rtt: number;
}

/** The exchange of a question asked at `asked` and answered at `heard` (the producer's clock, µs). */
export function exchangeOf(asked: number, heard: number, main: number): ClockExchange {
  return { raw: asked + (heard - asked) / 2, main, rtt: heard - asked };
}
