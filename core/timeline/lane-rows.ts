/**
 * Where each lane stands: its top and its height, in CSS pixels from the first lane's top. A canvas with room to spare
 * gets taller lanes, up to a limit; one without keeps the natural heights and scrolls.
 */
import type { LaneKind } from "../trace/kinds.ts";
import type { ShownLane } from "./lanes.ts";

export interface LaneRow extends ShownLane {
  readonly top: number;
  readonly height: number;
  /** Middle and height of the bar. */
  readonly barMiddle: number;
  readonly barHeight: number;
  /** Middle of the strip above the bar, where moments are labelled; the bar's own middle where there is no strip. */
  readonly stripMiddle: number;
}

interface Measure {
  /** Room for labels above the bar. */
  readonly strip: number;
  readonly bar: number;
  readonly below: number;
}

const measures: Readonly<Record<LaneKind, Measure>> = {
  process: { strip: 0, bar: 16, below: 4 },
  lock: { strip: 0, bar: 12, below: 5 },
  thread: { strip: 15, bar: 15, below: 5 },
  loop: { strip: 0, bar: 12, below: 5 },
  task: { strip: 15, bar: 15, below: 5 },
};
/** Between two groups. */
const groupGap = 10;
/** Lanes grow at most to this many times their natural height. */
const roomiest = 1.6;

/** The rows of `lanes` on a canvas that has `room` px for them. */
export function placeLanes(lanes: readonly ShownLane[], room: number): readonly LaneRow[] {
  const scale = Math.min(Math.max(room / naturalHeight(lanes), 1), roomiest);
  const rows: LaneRow[] = [];
  let top = 0;
  for (const shown of lanes) {
    const measure = measures[shown.lane.kind];
    if (shown.level === 1 && rows.length > 0) top += groupGap * scale;
    const bar = measure.bar * Math.min(scale, 1.2);
    const height = (measure.strip + measure.bar + measure.below) * scale;
    const spare = height - measure.strip - bar - measure.below;
    const barMiddle = top + measure.strip + spare / 2 + bar / 2;
    const stripMiddle = measure.strip === 0 ? barMiddle : barMiddle - bar / 2 - measure.strip / 2 - 3;
    rows.push({ ...shown, top, height, barMiddle, barHeight: bar, stripMiddle });
    top += height;
  }
  return rows;
}

/** Height of all rows together, px. */
export function totalHeight(rows: readonly LaneRow[]): number {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** The first row whose bottom is below `y` px; `rows.length` when there is none. */
export function rowAt(rows: readonly LaneRow[], y: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && row.top + row.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function naturalHeight(lanes: readonly ShownLane[]): number {
  let height = 1;
  for (const [index, { lane, level }] of lanes.entries()) {
    const { strip, bar, below } = measures[lane.kind];
    height += strip + bar + below + (level === 1 && index > 0 ? groupGap : 0);
  }
  return height;
}
