/**
 * Fault 21: clocks that jump. What a recording says of time never runs backwards, and the error that it states is never
 * less than the truth.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Alignment } from "../../../core/trace/clock/alignment.ts";
import type { ClockExchange } from "../../../core/trace/clock/exchange.ts";
import { LiveAlignment } from "../../../core/trace/clock/live-alignment.ts";
import { runs } from "../../support/soak.ts";

/** What passes between two exchanges; the page's clock jumps somewhere in it. */
interface Stretch {
  readonly ms: number;
  /** Forward on the page's clock; below zero: it stood still so long, as seen from main. */
  readonly jumpMs: number;
  /** Where in the stretch, of its length. */
  readonly at: number;
  /** Round trip of the exchange after it, µs, and how far it fell to one of the two ways, of its length. */
  readonly rtt: number;
  readonly skew: number;
}

const stretch: fc.Arbitrary<Stretch> = fc.record({
  ms: fc.integer({ min: 20, max: 3_000 }),
  jumpMs: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 60_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -15, max: -2 }) },
  ),
  at: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  rtt: fc.integer({ min: 20, max: 400 }),
  skew: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
});

interface Instant {
  readonly raw: number;
  readonly main: number;
}

interface World {
  readonly exchanges: readonly ClockExchange[];
  /** Instants as they were, in order, each with the exchanges that had come before it. */
  readonly instants: readonly (Instant & { readonly known: number })[];
}

const steps = 20;

function worldOf(stretches: readonly Stretch[]): World {
  const exchanges: ClockExchange[] = [];
  const instants: (Instant & { known: number })[] = [];
  let raw = 5_000;
  let main = 1_000;
  const exchange = (rtt: number, skew: number): void => {
    exchanges.push({ raw, main: main + skew * rtt, rtt });
  };
  exchange(40, 0);
  for (const { ms, jumpMs, at, rtt, skew } of stretches) {
    const length = ms * 1_000;
    const jump = Math.max(jumpMs * 1_000, -0.05 * length);
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      const passed = share * length;
      // What stands still does so for a while; what jumps does so at once.
      const jumped = jump > 0 ? (share > at ? jump : 0) : Math.max(jump, -Math.max(0, passed - at * length));
      instants.push({ raw: raw + passed + jumped, main: main + passed, known: exchanges.length });
    }
    raw += length + jump;
    main += length;
    exchange(rtt, skew);
  }
  return { exchanges, instants };
}

const worlds = fc.array(stretch, { minLength: 1, maxLength: 12 }).map(worldOf);

describe("clocks that jump", () => {
  it("never make time run backwards in what is written", () => {
    fc.assert(
      fc.property(worlds, ({ exchanges, instants }) => {
        const alignment = Alignment.of(exchanges);
        let last = Number.NEGATIVE_INFINITY;
        for (const { raw } of instants) {
          const at = alignment.toMain(raw);
          expect(at).toBeGreaterThanOrEqual(last - 1e-6);
          last = at;
        }
      }),
    );
  });

  it("never make time run backwards in what is shown while it is learnt", () => {
    fc.assert(
      fc.property(worlds, ({ exchanges, instants }) => {
        const alignment = new LiveAlignment();
        let learnt = 0;
        let last = Number.NEGATIVE_INFINITY;
        for (const { raw, known } of instants) {
          for (const exchange of exchanges.slice(learnt, known)) alignment.add(exchange);
          learnt = known;
          const at = alignment.toMain(raw);
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
        }
      }),
    );
  });

  it("are off by no more than the recording states", () => {
    fc.assert(
      fc.property(worlds, ({ exchanges, instants }) => {
        const alignment = Alignment.of(exchanges);
        const from = instants[0]?.raw ?? 0;
        const to = instants.at(-1)?.raw ?? 0;
        const stated = alignment.worstErrorUs(from, to);
        for (const { raw, main } of instants) {
          const error = Math.abs(alignment.toMain(raw) - main);
          expect(error).toBeLessThanOrEqual(alignment.errorUs(raw) + 1e-6);
          expect(error).toBeLessThanOrEqual(stated + 1e-6);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it("leave the rest of the recording as exact as it was", () => {
    const second = (n: number, jump = 0): ClockExchange => ({ raw: n * 1e6 + jump, main: n * 1e6, rtt: 40 });
    const exchanges = Array.from({ length: 20 }, (_, n) => second(n, n < 10 ? 0 : 5e6));
    const alignment = Alignment.of(exchanges);
    expect(alignment.errorUs(4.5e6)).toBeLessThan(50);
    expect(alignment.errorUs(20.5e6)).toBeLessThan(50);
    expect(alignment.errorUs(12e6)).toBeGreaterThan(4.9e6);
  });
});
