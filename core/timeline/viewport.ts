/**
 * The visible range of time, and every way it changes, as pure functions over µs. Invariants: `from < to`; never
 * shorter than `shortest`; some of the recording is always in sight.
 */

export interface Viewport {
  /** µs since the recording's origin. */
  readonly from: number;
  readonly to: number;
}

/** From the recording's first instant to its last, µs. */
export interface Extent {
  readonly first: number;
  readonly end: number;
}

/** The closest look: 20 µs across, four ticks of the page's 5 µs clock. */
export const shortest = 20;
/** Kept free right of now, or of the end, for the words that stand there: px. */
export const rightMargin = 108;
/** Kept free left of the first instant, so that its marks are whole: px. */
export const leftMargin = 10;
/** While it follows, the picture is at least this wide: a run of 3 s then grows without the scale moving. µs. */
export const followAtLeast = 3_700_000;
/** While it follows, the picture is at most this wide: from here on it scrolls. µs. */
export const followAtMost = 12_000_000;

/** All of it with its margins, on a canvas that has `pixels` px for it. */
export function fitAll(extent: Extent, pixels: number): Viewport {
  const { left, right } = marginsOf(pixels);
  const length = Math.max(extent.end - extent.first, shortest);
  const width = length / (1 - left - right);
  return { from: extent.first - width * left, to: extent.first + width * (1 - left) };
}

/** The view of a recording that grows: all of it while that is short enough, then its last part. */
export function follow(extent: Extent, pixels: number): Viewport {
  const { left, right } = marginsOf(pixels);
  const whole = fitAll(extent, pixels);
  const width = Math.min(Math.max(whole.to - whole.from, followAtLeast), followAtMost);
  const from = Math.max(extent.first - width * left, extent.end - width * (1 - right));
  return { from, to: from + width };
}

/** `factor` above 1 shows less time; the instant `at` (µs) stays where it is. */
export function zoom(view: Viewport, at: number, factor: number, extent: Extent): Viewport {
  const width = view.to - view.from;
  const widest = widestOf(extent);
  const wanted = Math.min(Math.max(width / factor, shortest), Math.max(widest, width));
  const scale = wanted / width;
  return clamp({ from: at - (at - view.from) * scale, to: at + (view.to - at) * scale }, extent);
}

/** Later by `by` µs (earlier when negative). */
export function pan(view: Viewport, by: number, extent: Extent): Viewport {
  return clamp({ from: view.from + by, to: view.to + by }, extent);
}

/** `from` … `to` (µs) in the middle of a view that is a little wider. */
export function around(from: number, to: number, extent: Extent): Viewport {
  const width = Math.max((to - from) * 1.6, shortest);
  const middle = (from + to) / 2;
  return clamp({ from: middle - width / 2, to: middle + width / 2 }, extent);
}

/** The view moved so that `from` … `to` (µs) is in sight; of what is too long, the beginning. The same view if it was. */
export function reveal(view: Viewport, from: number, to: number): Viewport {
  const width = view.to - view.from;
  const isLong = to - from > 0.8 * width;
  const last = isLong ? from : to;
  if (from >= view.from + 0.02 * width && last <= view.to - 0.05 * width) return view;
  const start = isLong ? from - 0.15 * width : (from + to) / 2 - width / 2;
  return { from: start, to: start + width };
}

/** The nearest view of the same width that keeps at least a quarter of itself, or all of a short recording, in sight. */
export function clamp(view: Viewport, extent: Extent): Viewport {
  const width = Math.max(view.to - view.from, shortest);
  const kept = Math.min(width / 4, extent.end - extent.first);
  const from = Math.min(Math.max(view.from, extent.first + kept - width), extent.end - kept);
  return { from, to: from + width };
}

/** Whether an instant (µs) is in sight. */
export function shows(view: Viewport, t: number): boolean {
  return t >= view.from && t <= view.to;
}

/** The margins as parts of a width of `pixels` px; on a narrow canvas they give way. */
function marginsOf(pixels: number): { readonly left: number; readonly right: number } {
  return { left: Math.min(leftMargin / pixels, 0.05), right: Math.min(rightMargin / pixels, 0.3) };
}

function widestOf(extent: Extent): number {
  return Math.max(extent.end - extent.first, followAtLeast) * 2.5;
}
