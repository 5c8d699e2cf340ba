/**
 * What a run needs of a clock's alignment: exchanges go in, aligned stamps and a bound on their error come out.
 */
export interface ClockExchange {
  /** The producer's own clock, µs. */
  readonly raw: number;
  /** Main's clock at that instant, µs since the origin. */
  readonly main: number;
  /** Round trip of the exchange, µs. */
  readonly rtt: number;
}

export interface ClockAlignment {
  add(exchange: ClockExchange): void;
  /** µs since the origin. Never runs backwards for rising `raw`. */
  toMain(raw: number): number;
  /** Bound on the error of `toMain(raw)`, µs; Infinity before the first exchange. */
  errorUs(raw: number): number;
}
