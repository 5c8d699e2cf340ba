/**
 * One lane's bar. The grammar, told apart by shape and not by colour alone: running is solid; ready is hatched; a
 * thread that waits is blocked, a diagonal band, because the thread is held; a task that waits is a thin line, because
 * it holds none, and hatched once its sleep is over and it still does not run; a task's `block` is diagonal and in alarm,
 * because it holds everybody's, and so is its loop for as long, and a thread in a deadlock; created and not yet started is a dotted outline.
 */
import { type LaneSpans, SpanState } from "../trace/folds/lane-spans.ts";
import { BarPen } from "./bar-pen.ts";
import type { DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { blockEnd, dueAt, isBlock } from "./late-sleep.ts";
import { onCanvas, type Scene } from "./scene.ts";
import { type Saying, WaitSeries } from "./wait-series.ts";
import { narrowest, type SpanVisitor, walkSpans } from "./walk-spans.ts";

/** Steps in which the share of running time is shown; neighbours a step apart at most become one rectangle. */
const shares = 8;
/** Spans of a crowded column that are looked at for what fills it besides running. */
const lookedAt = 6;

/** A sleep that is over is drawn as such from here on, px. */
const lateAtLeast = 3;

/** Draws one lane's spans. Returns what is to be said about them. */
export function layoutTrack(scene: Scene, list: DisplayList, row: LaneRow, spans: LaneSpans): readonly Saying[] {
  const track = new Track(scene, list, row, spans);
  walkSpans(spans, scene.scale, scene.now, track);
  return track.finish();
}

/** Neighbouring columns that look alike: one rectangle. */
interface Columns {
  from: number;
  to: number;
  /** Of `shares`; 0 when there is none. */
  share: number;
  row: number;
  /** The span that fills what was not spent running. */
  rest: number;
}

function isRest(state: number): boolean {
  return state === SpanState.waiting || state === SpanState.ready || state === SpanState.idle;
}

class Track implements SpanVisitor {
  readonly #scene: Scene;
  readonly #row: LaneRow;
  readonly #spans: LaneSpans;
  readonly #pen: BarPen;
  readonly #series: WaitSeries;
  readonly #columns: Columns = { from: 0, to: 0, share: 0, row: -1, rest: -1 };

  constructor(scene: Scene, list: DisplayList, row: LaneRow, spans: LaneSpans) {
    this.#scene = scene;
    this.#row = row;
    this.#spans = spans;
    this.#pen = new BarPen(list, row, onCanvas(scene.frame, row.barMiddle));
    this.#series = new WaitSeries(scene);
  }

  span(index: number, x0: number, x1: number): void {
    this.#flush();
    this.#draw(index, x0, x1, true);
  }

  narrow(index: number, x0: number, x1: number, share: number): void {
    const columns = this.#columns;
    const level = Math.max(1, Math.ceil(share * shares));
    const alike =
      columns.share > 0 && Math.abs(level - columns.share) <= 1 && (level === shares) === (columns.share === shares);
    if (!alike || Math.abs(x0 - columns.to) > 0.01) {
      this.#flush();
      columns.from = x0;
      columns.share = level;
      columns.row = this.#spans.row(index);
      columns.rest = this.#restFrom(index);
    }
    columns.to = x1;
    if (level < shares && this.#spans.state(columns.rest) === SpanState.waiting)
      this.#series.add(this.#spans.row(columns.rest), x0, x1, false);
  }

  /** The longest of the next few spans that can stand for what a crowded column did besides running. */
  #restFrom(index: number): number {
    let rest = index;
    let longest = -1;
    for (let at = index; at < Math.min(index + lookedAt, this.#spans.length); at++) {
      const length = this.#spans.endOf(at, this.#scene.now) - this.#spans.start(at);
      if (length <= longest || !isRest(this.#spans.state(at))) continue;
      rest = at;
      longest = length;
    }
    return rest;
  }

  /** Draws what is still held back. */
  finish(): readonly Saying[] {
    this.#flush();
    return this.#series.finish();
  }

  #flush(): void {
    const { from, to, share, row, rest } = this.#columns;
    if (share === 0) return;
    this.#columns.share = 0;
    if (share < shares && isRest(this.#spans.state(rest))) this.#draw(rest, from, to, false);
    this.#pen.solid(from, to, share === shares ? 1 : 0.2 + 0.8 * (share / shares), row);
  }

  /** `speaks`: a wait may say why. */
  #draw(index: number, x0: number, x1: number, speaks: boolean): void {
    const row = this.#spans.row(index);
    const { kind } = this.#row.lane;
    switch (this.#spans.state(index)) {
      case SpanState.created:
        if (kind === "process") this.#pen.thin(x0, x1, 0.35, row);
        else this.#pen.outline(x0, x1, row);
        break;
      case SpanState.started:
      case SpanState.ready:
        if (kind === "loop") this.#pen.faint(x0, x1, row);
        else this.#pen.ready(x0, x1, row);
        break;
      case SpanState.running:
        if (kind === "loop") this.#turn(x0, x1, row);
        else this.#pen.solid(x0, x1, 1, row);
        break;
      case SpanState.waiting:
        this.#wait(row, x0, x1, speaks);
        break;
      default:
        this.#pen.faint(x0, x1, row);
    }
  }

  #wait(row: number, x0: number, x1: number, speaks: boolean): void {
    const { kind } = this.#row.lane;
    if (kind === "thread") {
      this.#threadWait(row, x0, x1, speaks);
      return;
    }
    if (isBlock(this.#scene.table, row)) this.#pen.alarm(x0, x1, row);
    else if (speaks) {
      this.#taskWait(row, x0, x1);
      return;
    } else this.#pen.thin(x0, x1, 0.6, row);
    if (speaks) this.#series.add(row, x0, x1, true);
  }

  /** A thread that waits; in alarm from where its wait is one of a circle. */
  #threadWait(row: number, x0: number, x1: number, speaks: boolean): void {
    const { scale, recording } = this.#scene;
    const circle = recording.waitFor.of(this.#row.lane.id, scale.time(x0), scale.time(x1));
    const over = circle === undefined ? x1 : Math.max(x0, Math.min(x1, scale.x(circle.from)));
    if (over > x0) this.#pen.blocked(x0, over, row);
    if (speaks && over - x0 >= narrowest) this.#series.add(row, x0, over, true);
    if (over >= x1) return;
    this.#pen.alarm(over, x1, row);
    if (speaks) this.#series.addAspect("deadlock", row, over, x1, 0);
  }

  /** A task that waits: a thin line until its sleep is over, and then not any more. */
  #taskWait(row: number, x0: number, x1: number): void {
    const { scale, table } = this.#scene;
    const due = dueAt(table, row);
    const over = Math.max(x0, scale.x(due));
    const late = x1 - over >= lateAtLeast;
    const until = late ? over : x1;
    if (until > x0) {
      this.#pen.thin(x0, until, 0.6, row);
      this.#series.add(row, x0, until, true);
    }
    if (!late) return;
    this.#pen.ready(over, x1, row);
    const end = this.#spans.endOf(this.#spans.indexAt(table.t(row)), this.#scene.now);
    this.#series.addAspect("late", row, over, x1, end - due);
  }

  /** A turn of the loop; for as long as one of its tasks holds its thread, it does nothing else. */
  #turn(x0: number, x1: number, row: number): void {
    const { scale, recording, table, now } = this.#scene;
    const blocks = recording.blocks.of(this.#row.lane.id);
    let left = x0;
    let at = Math.max(0, blocks.firstFrom(scale.time(x0)) - 1);
    while (at < blocks.length && scale.x(blocks.time(at)) < x1) {
      const from = Math.max(left, scale.x(blocks.time(at)));
      const to = Math.min(x1, scale.x(blockEnd(recording, blocks.row(at), now)));
      if (to - from >= narrowest) {
        if (from > left) this.#pen.solid(left, from, 1, row);
        this.#pen.alarm(from, to, row);
        this.#series.addAspect("held", blocks.row(at), from, to, table.n(blocks.row(at)) * 1_000);
        left = to;
      }
      at = Math.max(at + 1, blocks.firstFrom(scale.time(left + narrowest)));
    }
    if (x1 > left) this.#pen.solid(left, x1, 1, row);
  }
}
