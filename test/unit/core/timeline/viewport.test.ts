import fc from "fast-check";
import { expect, test } from "vitest";
import {
  around,
  clamp,
  fitAll,
  follow,
  followAtLeast,
  followAtMost,
  leftMargin,
  pan,
  reveal,
  rightMargin,
  shortest,
  shows,
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

test("a range is shown in the middle, with three tenths of its length on either side; an instant in the closest look", () => {
  const close = (view: { readonly from: number; readonly to: number }) => [view.from, view.to].map(Math.round);
  expect(close(around(1_000_000, 2_000_000, extent))).toEqual([700_000, 2_300_000]);
  expect(close(around(500, 500, extent))).toEqual([500 - shortest / 2, 500 + shortest / 2]);
});

test("pan moves by as much as it says, and leaves a quarter of the view in sight at either end", () => {
  const view = { from: 1_000_000, to: 1_400_000 };
  expect(pan(view, 250_000, extent)).toEqual({ from: 1_250_000, to: 1_650_000 });
  expect(pan(view, -250_000, extent)).toEqual({ from: 750_000, to: 1_150_000 });
  expect(pan(view, 1e9, extent)).toEqual({ from: extent.end - 100_000, to: extent.end + 300_000 });
  expect(pan(view, -1e9, extent)).toEqual({ from: -300_000, to: 100_000 });
});

test("of a recording shorter than a quarter of the view all stays in sight", () => {
  const short = { first: 0, end: 1_000 };
  const view = clamp({ from: 500_000, to: 600_000 }, short);
  expect(view).toEqual({ from: 0, to: 100_000 });
  expect(clamp({ from: -500_000, to: -400_000 }, short)).toEqual({ from: -99_000, to: 1_000 });
});

test("zoom about an instant at the left, in the middle and at the right keeps each in its place", () => {
  const view = { from: 1_000_000, to: 2_000_000 };
  expect(zoom(view, 1_000_000, 2, extent)).toEqual({ from: 1_000_000, to: 1_500_000 });
  expect(zoom(view, 1_500_000, 2, extent)).toEqual({ from: 1_250_000, to: 1_750_000 });
  expect(zoom(view, 2_000_000, 2, extent)).toEqual({ from: 1_500_000, to: 2_000_000 });
  expect(zoom(view, 1_500_000, 1 / 2, extent)).toEqual({ from: 500_000, to: 2_500_000 });
});

test("a view that is wider than any zoom goes is not made narrower by zooming out", () => {
  const wide = { from: -2e8, to: 2e8 };
  const out = zoom(wide, 0, 1 / 2, extent);
  expect(out.to - out.from).toBe(4e8);
});

test("what is in sight, with a little room, is revealed by staying; what is not comes to the middle", () => {
  const view = { from: 0, to: 1_000 };
  expect(reveal(view, 20, 700)).toBe(view);
  expect(reveal(view, 150, 950)).toBe(view);
  expect(reveal(view, 30, 40)).toBe(view);
  expect(reveal(view, 19, 40), "too near to the left edge").toEqual({ from: -470.5, to: 529.5 });
  expect(reveal(view, 900, 951), "too near to the right edge").toEqual({ from: 425.5, to: 1_425.5 });
  expect(reveal(view, 5_000, 5_100)).toEqual({ from: 4_550, to: 5_550 });
  expect(reveal(view, 5_000, 6_000), "of what is too long the beginning").toEqual({ from: 4_850, to: 5_850 });
  expect(reveal(view, 100, 5_000), "its beginning is in sight").toBe(view);
});

test("an instant is in sight from one edge to the other", () => {
  const view = { from: 10, to: 20 };
  expect([9.9, 10, 15, 20, 20.1].map((t) => shows(view, t))).toEqual([false, true, true, true, false]);
});

test("on a narrow canvas the margins give way", () => {
  const view = fitAll(extent, 100);
  const width = view.to - view.from;
  expect(-view.from / width).toBeCloseTo(0.05);
  expect((view.to - extent.end) / width).toBeCloseTo(0.3);
});

test("a recording without length, and one that is short, are shown no closer than the closest look", () => {
  const { from, to } = fitAll({ first: 0, end: 0 }, pixels);
  expect(to - from).toBeGreaterThanOrEqual(shortest);
});
