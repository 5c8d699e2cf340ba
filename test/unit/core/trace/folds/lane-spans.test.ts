import fc from "fast-check";
import { expect, test } from "vitest";
import { LaneSpans, SpanState } from "../../../../../core/trace/folds/lane-spans.ts";

const states = [SpanState.ready, SpanState.running, SpanState.waiting] as const;

test("rows in any order of arrival give the spans and the sums of their order in time", () => {
  const rows = fc.uniqueArray(
    fc.record({ t: fc.integer({ min: 0, max: 10_000 }), state: fc.constantFrom(...states) }),
    {
      selector: ({ t }) => t,
      minLength: 1,
      maxLength: 200,
    },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 12_000 }), (arrivals, t) => {
      const spans = new LaneSpans();
      for (const [row, { t: start, state }] of arrivals.entries()) spans.add(start, state, row);
      const now = 12_000;
      let busy = 0;
      let runs = 0;
      for (let i = 0; i < spans.length; i++) {
        expect(spans.start(i)).toBeLessThanOrEqual(spans.start(i + 1));
        expect(arrivals[spans.row(i)]?.t).toBe(spans.start(i));
        expect(spans.runsBefore(i)).toBe(runs);
        if (spans.state(i) !== SpanState.running) continue;
        runs += 1;
        busy += Math.max(0, Math.min(t, spans.endOf(i, now)) - spans.start(i));
      }
      expect(spans.runsBefore(spans.length)).toBe(runs);
      expect(spans.busyBefore(t, now)).toBe(busy);
      const at = spans.indexAt(t);
      expect(at < 0 || spans.start(at) <= t).toBe(true);
      expect(spans.start(at + 1)).toBeGreaterThan(t);
    }),
  );
});

test("of what starts together, created comes first, then started, then the rest as it came", () => {
  const spans = new LaneSpans();
  spans.add(5, SpanState.running, 0);
  spans.add(5, SpanState.started, 1);
  spans.add(5, SpanState.waiting, 2);
  spans.add(5, SpanState.created, 3);
  expect([0, 1, 2, 3].map((index) => spans.row(index))).toEqual([3, 1, 0, 2]);
});

test("a span ends at the next one, at the lane's end, or now", () => {
  const spans = new LaneSpans();
  spans.add(10, SpanState.running, 0);
  spans.add(20, SpanState.waiting, 1);
  expect(spans.endOf(0, 100)).toBe(20);
  expect(spans.endOf(1, 100)).toBe(100);
  spans.end = 50;
  spans.endRow = 2;
  expect(spans.endOf(1, 100)).toBe(50);
});
