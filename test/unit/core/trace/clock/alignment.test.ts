import { describe, expect, it } from "vitest";
import { Alignment } from "../../../../../core/trace/clock/alignment.ts";
import { type ClockExchange, exchangeOf } from "../../../../../core/trace/clock/exchange.ts";
import { LiveAlignment } from "../../../../../core/trace/clock/live-alignment.ts";

const second = 1_000_000;

/** Numbers that look random and are the same each time. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A clock that starts anywhere, and runs `drift` faster than main's, with a slow wobble of as much again. */
interface MadeUpClock {
  /** The clock's reading at main's time `main`. */
  readonly raw: (main: number) => number;
}

function clockOf(offset: number, drift: number, wobble: number): MadeUpClock {
  const period = 7 * second;
  const swing = (wobble * period) / (2 * Math.PI);
  return { raw: (main) => offset + main * (1 + drift) + swing * Math.sin((2 * Math.PI * main) / period) };
}

/** Exchanges each `every` µs; there and back take different, random times, sometimes very long ones. */
function exchangesOf(clock: MadeUpClock, every: number, length: number, seed: number): ClockExchange[] {
  const random = randoms(seed);
  const delay = () => (random() < 0.2 ? 200 + random() * 20_000 : 20 + random() * 120);
  const list: ClockExchange[] = [];
  for (let asked = 0; asked < length; asked += every) {
    const answered = asked + delay();
    const heard = answered + delay();
    list.push(exchangeOf(clock.raw(asked), clock.raw(heard), answered));
  }
  return list;
}

describe("an alignment", () => {
  it("knows nothing before the first exchange, and says so", () => {
    const alignment = new Alignment();
    expect(alignment.errorUs(5)).toBe(Number.POSITIVE_INFINITY);
    expect(alignment.toMain(5)).toBe(5);
  });

  it("maps by the offset of a single exchange, with half the round trip plus the resolution as its bound", () => {
    const alignment = Alignment.of([{ raw: 1_000, main: 51_000, rtt: 120 }], { resolutionUs: 5, drift: 0 });
    expect(alignment.toMain(1_250)).toBe(51_250);
    expect(alignment.errorUs(1_000)).toBe(65);
  });

  it("bounds a clock that drifts one way and then the other between two exchanges", () => {
    const drift = 10e-6;
    const length = 10 * second;
    // As fast ahead as it may be, and from the middle on as fast behind: after both it says what main says.
    const alignment = Alignment.of(
      [
        { raw: 0, main: 0, rtt: 0 },
        { raw: length, main: length, rtt: 0 },
      ],
      { resolutionUs: 0, drift },
    );
    expect(alignment.errorUs(length / 2)).toBeCloseTo((2 * drift * length) / 2, 6);
    expect(alignment.errorUs(length / 5)).toBeCloseTo((2 * drift * length) / 5, 6);
    expect(alignment.errorUs((4 * length) / 5)).toBeCloseTo((2 * drift * length) / 5, 6);
  });

  it("keeps the smaller round trip of two that are close", () => {
    const good = { raw: 1_000, main: 51_000, rtt: 40 };
    const bad = { raw: 2_000, main: 55_000, rtt: 9_000 };
    for (const order of [
      [good, bad],
      [{ ...bad, raw: 500 }, good],
    ]) {
      const alignment = Alignment.of(order, { resolutionUs: 0 });
      expect(alignment.toMain(1_000)).toBe(51_000);
      expect(alignment.errorUs(1_000)).toBe(20);
    }
  });

  it("takes the drift between two exchanges as even", () => {
    const exchanges = [
      { raw: 0, main: 100, rtt: 10 },
      { raw: 10 * second, main: 10 * second + 1_100, rtt: 10 },
    ];
    expect(Alignment.of(exchanges).toMain(5 * second)).toBe(5 * second + 600);
  });

  it.each([
    ["no drift", 0, 0],
    ["a steady drift within the assumption", 14e-6, 0],
    ["a steady drift far beyond the assumption", 400e-6, 0],
    ["a drift that wobbles within the assumption", 4e-6, 10e-6],
  ])("has a true error within the stated bound: %s", (_, drift, wobble) => {
    for (let seed = 1; seed <= 20; seed++) {
      const clock = clockOf(123_456_789, drift, wobble);
      const alignment = Alignment.of(exchangesOf(clock, 500_000, 30 * second, seed));
      const worst = alignment.worstErrorUs(clock.raw(0), clock.raw(30 * second));
      let excess = Number.NEGATIVE_INFINITY;
      for (let main = 0; main < 30 * second; main += 33_333) {
        const raw = clock.raw(main);
        const error = Math.abs(alignment.toMain(raw) - main);
        excess = Math.max(excess, error - Math.min(worst, alignment.errorUs(raw)));
      }
      expect(excess).toBeLessThanOrEqual(1e-3);
    }
  });

  it("states a bound that is worth something", () => {
    const clock = clockOf(5, 5e-6, 0);
    const alignment = Alignment.of(exchangesOf(clock, 250_000, 20 * second, 3));
    expect(alignment.worstErrorUs(clock.raw(second), clock.raw(19 * second))).toBeLessThan(150);
  });

  it("never maps a later stamp to an earlier time", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const clock = clockOf(0, 50e-6, 10e-6);
      const alignment = Alignment.of(exchangesOf(clock, 200_000, 10 * second, seed));
      let last = Number.NEGATIVE_INFINITY;
      let fell = 0;
      for (let raw = -second; raw < 12 * second; raw += 7_919) {
        const main = alignment.toMain(raw);
        if (main < last) fell += 1;
        last = main;
      }
      expect(fell).toBe(0);
    }
  });
});

describe("an alignment that is still learning", () => {
  it("never steps a producer back when a better exchange comes", () => {
    const live = new LiveAlignment();
    live.add({ raw: 0, main: 900, rtt: 2_000 });
    expect(live.toMain(100)).toBe(1_000);
    live.add({ raw: 200, main: 300, rtt: 20 });
    expect(live.toMain(210)).toBe(1_000);
    expect(live.toMain(2_000)).toBe(2_100);
  });

  it.each([
    ["no drift", 0, 0],
    ["drift and wobble", 8e-6, 6e-6],
  ])("is within the largest bound it stated so far: %s", (_, drift, wobble) => {
    for (let seed = 1; seed <= 20; seed++) {
      const clock = clockOf(77, drift, wobble);
      const live = new LiveAlignment();
      const exchanges = exchangesOf(clock, 500_000, 20 * second, seed);
      let next = 0;
      let stated = 0;
      let excess = Number.NEGATIVE_INFINITY;
      for (let main = 30_000; main < 20 * second; main += 10_000) {
        const raw = clock.raw(main);
        for (; (exchanges[next]?.raw ?? raw) < raw; next++) live.add(exchanges[next] ?? { raw, main, rtt: 0 });
        stated = Math.max(stated, live.errorUs(raw));
        excess = Math.max(excess, Math.abs(live.toMain(raw) - main) - stated);
      }
      expect(excess).toBeLessThanOrEqual(1e-3);
    }
  });
});
