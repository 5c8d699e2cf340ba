/**
 * Where each lane stands: its top and its height, in CSS pixels from the first lane's top. A canvas with room to spare
 * gets taller lanes, up to a limit; one without presses them together, as far as their words stay legible, and then
 * scrolls.
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

/** All lanes' measures, and what stands between two groups, px. */
interface Setting {
  readonly lanes: Readonly<Record<LaneKind, Measure>>;
  readonly groupGap: number;
}

const natural: Setting = {
  lanes: {
    process: { strip: 0, bar: 16, below: 4 },
    lock: { strip: 0, bar: 12, below: 5 },
    thread: { strip: 15, bar: 15, below: 5 },
    loop: { strip: 0, bar: 12, below: 5 },
    task: { strip: 15, bar: 15, below: 5 },
  },
  groupGap: 10,
};
const tightest: Setting = {
  lanes: {
    process: { strip: 0, bar: 13, below: 2 },
    lock: { strip: 0, bar: 10, below: 2 },
    thread: { strip: 11, bar: 11, below: 2 },
    loop: { strip: 0, bar: 10, below: 2 },
    task: { strip: 11, bar: 11, below: 2 },
  },
  groupGap: 4,
};
/** Lanes grow at most to this many times their natural height. */
const roomiest = 1.6;

/** The rows of `lanes` on a canvas that has `room` px for them. */
export function placeLanes(lanes: readonly ShownLane[], room: number): readonly LaneRow[] {
  const setting = settingFor(lanes, room);
  const scale = Math.min(Math.max(room / heightIn(setting, lanes), 1), roomiest);
  const rows: LaneRow[] = [];
  let top = 0;
  for (const shown of lanes) {
    const measure = setting.lanes[shown.lane.kind];
    if (shown.level === 1 && rows.length > 0) top += setting.groupGap * scale;
    const bar = measure.bar * Math.min(scale, 1.2);
    const height = (measure.strip + measure.bar + measure.below) * scale;
    const spare = height - measure.strip - bar - measure.below;
    const barMiddle = top + measure.strip + spare / 2 + bar / 2;
    const lift = Math.min(3, measure.strip / 5);
    const stripMiddle = measure.strip === 0 ? barMiddle : barMiddle - bar / 2 - measure.strip / 2 - lift;
    // Named one by one: of ten thousand lanes a spread takes ten times as long.
    rows.push({ lane: shown.lane, level: shown.level, top, height, barMiddle, barHeight: bar, stripMiddle });
    top += height;
  }
  return rows;
}

/** The height of `lanes` that are neither pressed together nor spread out, px. */
export function naturalHeight(lanes: readonly ShownLane[]): number {
  return heightIn(natural, lanes);
}

/** Whether `lanes` fit into `room` px without being pressed together. */
export function fitNaturally(lanes: readonly ShownLane[], room: number): boolean {
  return naturalHeight(lanes) <= room;
}

/** Height of all rows together, px. */
export function totalHeight(rows: readonly LaneRow[]): number {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** Of the rows that were placed together, where each lane stands: made when it is first asked for. */
const places = new WeakMap<readonly LaneRow[], ReadonlyMap<number, number>>();

/** The place of a lane's row among `rows`; −1 for a lane that has none. */
export function placeOf(rows: readonly LaneRow[], lane: number): number {
  let known = places.get(rows);
  if (known === undefined) {
    known = new Map(rows.map((row, place) => [row.lane.id, place]));
    places.set(rows, known);
  }
  return known.get(lane) ?? -1;
}

/** The row of a lane; undefined for a lane that has none. */
export function rowOf(rows: readonly LaneRow[], lane: number): LaneRow | undefined {
  return rows[placeOf(rows, lane)];
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

/** Between the natural setting and the tightest, whatever the room asks for. */
function settingFor(lanes: readonly ShownLane[], room: number): Setting {
  const wanted = heightIn(natural, lanes);
  if (room >= wanted) return natural;
  const share = Math.min((wanted - room) / (wanted - heightIn(tightest, lanes)), 1);
  const between = (from: number, to: number) => from + (to - from) * share;
  const measure = (kind: LaneKind): Measure => {
    const from = natural.lanes[kind];
    const to = tightest.lanes[kind];
    return {
      strip: between(from.strip, to.strip),
      bar: between(from.bar, to.bar),
      below: between(from.below, to.below),
    };
  };
  return {
    lanes: {
      process: measure("process"),
      lock: measure("lock"),
      thread: measure("thread"),
      loop: measure("loop"),
      task: measure("task"),
    },
    groupGap: between(natural.groupGap, tightest.groupGap),
  };
}

function heightIn({ lanes: measures, groupGap }: Setting, lanes: readonly ShownLane[]): number {
  let height = 1;
  for (const [index, { lane, level }] of lanes.entries()) {
    const { strip, bar, below } = measures[lane.kind];
    height += strip + bar + below + (level === 1 && index > 0 ? groupGap : 0);
  }
  return height;
}
