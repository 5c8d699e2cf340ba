/**
 * One lane's bar. The grammar, told apart by shape and not by colour alone: running is solid; ready is hatched; a
 * thread that waits is blocked, a diagonal band, because the thread is held; a task that waits is a thin line, because
 * it holds none; a task's `block` is diagonal and in alarm, because it holds everybody's; created and not yet started is a
 * dotted outline. A wait says why where there is room; waits too short for it, again and again, say it once.
 */
import { type LaneSpans, SpanState } from "../trace/folds/lane-spans.ts";
import { codeOf, whys } from "../trace/kinds.ts";
import { BarPen } from "./bar-pen.ts";
import type { Colour, DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { type Repeated, RepeatedWaits } from "./repeated-waits.ts";
import { onCanvas, type Scene } from "./scene.ts";
import { waitWords } from "./wait-words.ts";
import { type SpanVisitor, walkSpans } from "./walk-spans.ts";

const block = codeOf(whys, "block");
/** No wait's words fit into less, px. */
const wordsAtLeast = 40;
const padding = 8;
/** Steps in which the share of running time is shown; neighbours a step apart at most become one rectangle. */
const shares = 8;
/** Spans of a crowded column that are looked at for what fills it besides running. */
const lookedAt = 6;

/** Why a wait waits, in the middle of what is in sight of it. */
export interface Said {
  readonly text: string;
  /** Middle of the words, px. */
  readonly x: number;
  readonly row: number;
  readonly colour: Colour;
}

/** The words of a lane's waits: they are drawn later, over the arrows. */
export interface TrackWords {
  readonly said: readonly Said[];
  readonly repeated: Repeated | undefined;
}

/** Draws one lane's spans. Returns what is to be said about them. */
export function layoutTrack(scene: Scene, list: DisplayList, row: LaneRow, spans: LaneSpans): TrackWords {
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
  readonly #unsaid: RepeatedWaits;
  readonly #said: Said[] = [];
  readonly #columns: Columns = { from: 0, to: 0, share: 0, row: -1, rest: -1 };

  constructor(scene: Scene, list: DisplayList, row: LaneRow, spans: LaneSpans) {
    this.#scene = scene;
    this.#row = row;
    this.#spans = spans;
    this.#pen = new BarPen(list, row, onCanvas(scene.frame, row.barMiddle));
    this.#unsaid = new RepeatedWaits(scene, row.lane.kind);
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
      this.#unsaid.add(this.#spans.row(columns.rest), x0, x1);
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
  finish(): TrackWords {
    this.#flush();
    return { said: this.#said, repeated: this.#unsaid.finish() };
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
        this.#pen.solid(x0, x1, 1, row);
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
    const blocks = this.#scene.table.code(row) === block;
    if (kind === "thread") this.#pen.blocked(x0, x1, row);
    else if (blocks) this.#pen.alarm(x0, x1, row);
    else this.#pen.thin(x0, x1, 0.6, row);
    if (!speaks) return;
    const colour = blocks ? "cancel" : kind === "thread" ? "text" : "muted";
    if (!this.#say(row, x0, x1, colour)) this.#unsaid.add(row, x0, x1);
  }

  /** Says why it waits. False when there is no room. */
  #say(row: number, x0: number, x1: number, colour: Colour): boolean {
    if (x1 - x0 < wordsAtLeast) return false;
    const text = waitWords(this.#scene, row, this.#row.lane.kind);
    if (this.#scene.measure(text, "label-centre") + 2 * padding > x1 - x0) return false;
    this.#said.push({ text, x: (x0 + x1) / 2, row, colour });
    return true;
  }
}
