/**
 * Whatever a lane did, the picture of it is in order, loses no run and says the truth about crowded columns.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TimeScale } from "../../../core/timeline/time-scale.ts";
import { walkSpans } from "../../../core/timeline/walk-spans.ts";
import { LaneSpans, SpanState } from "../../../core/trace/folds/lane-spans.ts";
import { runs } from "../../support/soak.ts";

const states = [SpanState.ready, SpanState.running, SpanState.waiting, SpanState.idle] as const;
const length = fc.oneof(
  fc.double({ min: 0, max: 3, noNaN: true }),
  fc.double({ min: 0, max: 300, noNaN: true }),
  fc.double({ min: 0, max: 30_000, noNaN: true }),
);
const history = fc.array(fc.record({ length, state: fc.constantFrom(...states) }), { minLength: 1, maxLength: 300 });
const view = fc.record({
  from: fc.double({ min: -1_000, max: 50_000, noNaN: true }),
  width: fc.double({ min: 20, max: 300_000, noNaN: true }),
  pixels: fc.integer({ min: 10, max: 2_000 }),
});

interface Drawn {
  readonly x0: number;
  readonly x1: number;
  readonly running: boolean;
  readonly share: number;
}

function build(steps: readonly { readonly length: number; readonly state: SpanState }[], ends: boolean): LaneSpans {
  const spans = new LaneSpans();
  let t = 0;
  for (const [row, { length, state }] of steps.entries()) {
    spans.add(t, state, row);
    t += length;
  }
  if (ends) {
    spans.end = t;
    spans.endRow = steps.length;
  }
  return spans;
}

/** Time spent running within `from` … `to`, span by span. */
function ranWithin(spans: LaneSpans, from: number, to: number, now: number): number {
  let ran = 0;
  for (let index = 0; index < spans.length; index++) {
    if (spans.state(index) !== SpanState.running) continue;
    ran += Math.max(0, Math.min(to, spans.endOf(index, now)) - Math.max(from, spans.start(index)));
  }
  return ran;
}

test("visits come from left to right, stay in the picture, show each run in sight, and never say more than was run", () => {
  fc.assert(
    fc.property(history, view, fc.boolean(), (steps, { from, width, pixels }, ends) => {
      const spans = build(steps, ends);
      const scale = new TimeScale({ from, to: from + width }, 0, pixels);
      const now = steps.reduce((sum, step) => sum + step.length, 0);
      const drawn: Drawn[] = [];
      walkSpans(spans, scale, now, {
        span: (index, x0, x1) => drawn.push({ x0, x1, running: spans.state(index) === SpanState.running, share: 1 }),
        narrow: (_, x0, x1, share) => drawn.push({ x0, x1, running: true, share }),
      });
      let before = 0;
      for (const { x0, x1, share } of drawn) {
        expect(x0).toBeGreaterThanOrEqual(before - 1e-6);
        expect(x1).toBeGreaterThan(x0);
        expect(x1).toBeLessThanOrEqual(pixels + 2 + 1e-6);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        before = x1;
        if (share === 1) continue;
        const [from, to] = [scale.time(x0), scale.time(x1)];
        expect(share).toBeCloseTo(ranWithin(spans, from, to, now) / (to - from), 6);
      }
      for (let index = 0; index < spans.length; index++) {
        if (spans.state(index) !== SpanState.running) continue;
        const middle = (spans.start(index) + spans.endOf(index, now)) / 2;
        if (spans.start(index) === spans.endOf(index, now) || middle <= scale.from || middle >= scale.to) continue;
        const x = scale.x(middle);
        expect(drawn.some((each) => each.running && x >= each.x0 - 4 && x <= each.x1 + 4)).toBe(true);
      }
    }),
    { numRuns: runs(500) },
  );
});
