import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clamp,
  fitAll,
  follow,
  followAtLeast,
  followAtMost,
  leftMargin,
  pan,
  rightMargin,
  shortest,
  zoom,
} from "../../../../core/timeline/viewport.ts";

const pixels = 800;
const extent = { first: 0, end: 3_000_000 };

test("fit shows all, with its margins in pixels at both sides", () => {
  const view = fitAll(extent, pixels);
  const perPixel = (view.to - view.from) / pixels;
  expect(-view.from / perPixel).toBeCloseTo(leftMargin);
  expect((view.to - extent.end) / perPixel).toBeCloseTo(rightMargin);
});

test("while a short run grows the scale does not move", () => {
  const early = follow({ first: 0, end: 100_000 }, pixels);
  const late = follow({ first: 0, end: 3_000_000 }, pixels);
  expect(late).toEqual(early);
  expect(early.to - early.from).toBe(followAtLeast);
});

test("a long run scrolls, with now at the right margin", () => {
  const view = follow({ first: 0, end: 60_000_000 }, pixels);
  expect(view.to - view.from).toBe(followAtMost);
  expect((view.to - 60_000_000) / ((view.to - view.from) / pixels)).toBeCloseTo(rightMargin);
});

test("zoom keeps the instant under the pointer where it is", () => {
  const view = fitAll(extent, pixels);
  const near = zoom(view, 1_000_000, 4, extent);
  const place = (seen: typeof view) => (1_000_000 - seen.from) / (seen.to - seen.from);
  expect(place(near)).toBeCloseTo(place(view));
  expect(near.to - near.from).toBeCloseTo((view.to - view.from) / 4);
});

test("zoom stops at the closest look, and not far beyond the whole", () => {
  const view = fitAll(extent, pixels);
  const close = zoom(view, 0, 1e12, extent);
  expect(close.to - close.from).toBe(shortest);
  const wide = zoom(view, 0, 1e-12, extent);
  expect(wide.to - wide.from).toBeLessThanOrEqual(followAtLeast * 2.5);
});

test("however it is moved, some of the recording stays in sight", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("pan" as const), by: fc.double({ min: -1e9, max: 1e9, noNaN: true }) }),
    fc.record({ kind: fc.constant("zoom" as const), by: fc.double({ min: 0.01, max: 100, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.double({ min: 1, max: 1e8, noNaN: true }), (steps, end) => {
      const whole = { first: 0, end };
      let view = fitAll(whole, pixels);
      for (const { kind, by } of steps) {
        view = kind === "pan" ? pan(view, by, whole) : zoom(view, (view.from + view.to) / 2, by, whole);
        expect(view.to).toBeGreaterThan(view.from);
        expect(view.from).toBeLessThan(end);
        expect(view.to).toBeGreaterThan(0);
      }
    }),
  );
});

test("a view that is all right is left alone", () => {
  const view = { from: 1_000_000, to: 2_000_000 };
  expect(clamp(view, extent)).toEqual(view);
});
