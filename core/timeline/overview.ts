/**
 * The overview: the whole recording in a strip over the time axis, each thread and task a line that is stronger where it
 * ran more, with the moments of stopping; and over it the window that is in sight. What does not change from frame to
 * frame is laid out once and kept: a recording that grows is laid out again a few times a second.
 */
import { DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { momentRank } from "./moment-words.ts";
import type { Scene } from "./scene.ts";
import { TimeScale } from "./time-scale.ts";
import { type Extent, fitAll, follow, followAtLeast, type Viewport } from "./viewport.ts";

/** Height of the strip of lanes, px. */
const strip = 20;
/** Lanes that have a line of their own. */
const linesAtMost = 10;
const column = 2;
/** Steps in which the share of running time is shown. */
const shares = 4;
/** Between two layouts of a recording that grows, µs of its own time. */
const freshEvery = 200_000;
/** Canvases lower than this have no overview, px. */
const canvasAtLeast = 220;

/** Height of the overview on a canvas of `height` px, with the space below it. */
export function overviewHeight(height: number): number {
  return height < canvasAtLeast ? 0 : strip + 4;
}

/** The range that the overview shows of a recording, on a time scale of `pixels` px. */
export function overviewRange(extent: Extent, pixels: number, live: boolean): Viewport {
  const whole = fitAll(extent, pixels);
  return live && whole.to - whole.from < followAtLeast ? follow(extent, pixels) : whole;
}

export class Overview {
  /** The lanes, as they were laid out last: painted once, and copied into each frame. */
  readonly kept = new DisplayList();
  #key = "";
  #version = 0;

  /** Another one each time `kept` is laid out anew. */
  get version(): number {
    return this.#version;
  }

  /** Draws it at the top of the canvas: the lanes as an image, which the painter is given, the window over it. */
  layout(scene: Scene, list: DisplayList): void {
    const { frame, scale, now, live, recording } = scene;
    if (frame.overview === 0 || scene.rows.length === 0) return;
    const range = overviewRange({ first: 0, end: now }, scale.right - scale.left, live);
    const own = new TimeScale(range, scale.left, scale.right);
    const grown = live ? Math.floor(now / freshEvery) : `${now} ${recording.table.length}`;
    const key = `${recording.run} ${live} ${grown} ${own.left} ${own.right} ${scene.rows.length}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#version += 1;
      this.#layoutKept(scene, own);
    }
    list.add("image", 0, 0, frame.width, frame.overview, "background", 1, "plain");
    layoutWindow(scene, own, list);
    if (live) list.add("line", own.x(now), 0, own.x(now), strip, "text", 0.8, "solid");
  }

  #layoutKept(scene: Scene, own: TimeScale): void {
    const list = this.kept;
    list.clear();
    const rows = firstWorkers(scene.rows);
    const pitch = strip / Math.max(rows.length, 4);
    const top = (strip - pitch * rows.length) / 2;
    for (const [place, row] of rows.entries()) {
      layoutLine(scene, own, list, row, top + pitch * place, Math.max(1, Math.min(pitch - 1, 4)));
    }
    for (const row of rows) layoutStops(scene, own, list, row);
  }
}

/** The threads and tasks that have a line of their own. */
function firstWorkers(rows: readonly LaneRow[]): readonly LaneRow[] {
  const found: LaneRow[] = [];
  for (const row of rows) {
    if (found.length === linesAtMost) break;
    if (row.lane.kind === "thread" || row.lane.kind === "task") found.push(row);
  }
  return found;
}

/** One lane: columns that ran about as much become one rectangle. */
function layoutLine(scene: Scene, own: TimeScale, list: DisplayList, row: LaneRow, y: number, height: number): void {
  const spans = scene.spans.of(row.lane.id);
  if (spans === undefined) return;
  const { now } = scene;
  const begin = Math.max(own.left, own.x(Math.max(spans.start(0), own.from)));
  const end = Math.min(own.right, own.x(Number.isNaN(spans.end) ? now : spans.end));
  if (end > begin) list.add("rect", begin, y, end - begin, height, row.lane.runtime, 0.28, "plain");
  let from = begin;
  let level = 0;
  let before = spans.busyBefore(own.time(begin), now);
  for (let x = begin; x < end + column; x += column) {
    const after = spans.busyBefore(own.time(x + column), now);
    const share = x < end ? Math.ceil(Math.min(1, (after - before) / (own.perPixel * column)) * shares - 0.01) : -1;
    before = after;
    if (share === level) continue;
    if (level > 0) list.add("rect", from, y, x - from, height, row.lane.runtime, 0.4 + (0.6 * level) / shares, "plain");
    from = x;
    level = share;
  }
}

/** Where somebody was asked or made to stop, and where the program was warned. */
function layoutStops({ table, moments }: Scene, own: TimeScale, list: DisplayList, row: LaneRow): void {
  const index = moments.of(row.lane.id);
  let at = index.firstFrom(own.from);
  while (at < index.length && index.time(at) <= own.to) {
    const x = own.x(index.time(at));
    if (momentRank(table.kind(index.row(at))) >= 2) list.add("line", x, 0, x, strip, "cancel", 0.8, "solid");
    at = Math.max(at + 1, index.firstFrom(own.time(x + column)));
  }
}

/** What is in sight: the rest lies under a veil. */
function layoutWindow({ scale, frame }: Scene, own: TimeScale, list: DisplayList): void {
  const left = Math.min(Math.max(own.x(scale.from), own.left), own.right - column);
  const right = Math.max(Math.min(own.x(scale.to), own.right), left + column);
  list.add("rect", own.left, 0, left - own.left, strip, "background", 0.5, "plain");
  list.add("rect", right, 0, own.right - right, strip, "background", 0.5, "plain");
  list.add("outline", left, 0, right - left, strip, "muted", 0.9, "solid");
  list.add("line", own.left, frame.overview - 2, own.right, frame.overview - 2, "rule", 1, "solid");
}
