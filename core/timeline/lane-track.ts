/**
 * One lane's bar. The grammar, told apart by shape and not by colour alone: running is solid; ready is hatched; a
 * thread that waits is blocked, a diagonal band, because the thread is held; a task that waits is a thin line, because
 * it holds none; a task's `block` is diagonal and in alarm, because it holds everybody's; created and not yet started is a
 * dotted outline. A wait says why where there is room; waits too short for it, again and again, say it once.
 */
import { translate } from "../i18n/index.ts";
import { type LaneSpans, SpanState } from "../trace/folds/lane-spans.ts";
import { codeOf, whys } from "../trace/kinds.ts";
import type { Colour, DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { accentOf, onCanvas, type Scene } from "./scene.ts";
import { waitWords } from "./wait-words.ts";
import { type SpanVisitor, walkSpans } from "./walk-spans.ts";

const block = codeOf(whys, "block");
/** No wait's words fit into less, px. */
const wordsAtLeast = 40;
const padding = 8;
/** Steps in which the share of running time is shown, so that like neighbours become one rectangle. */
const shares = 8;

/** Words for waits that had no room of their own: what to write once, and where. */
export interface Repeated {
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

/** Draws one lane's spans. Returns what is left to be said above it. */
export function layoutTrack(scene: Scene, list: DisplayList, row: LaneRow, spans: LaneSpans): Repeated | undefined {
  const track = new Track(scene, list, row, spans);
  walkSpans(spans, scene.scale, scene.now, track);
  return track.finish();
}

class Track implements SpanVisitor {
  readonly #scene: Scene;
  readonly #list: DisplayList;
  readonly #row: LaneRow;
  readonly #spans: LaneSpans;
  readonly #lane: number;
  readonly #middle: number;
  readonly #accent: Colour;
  #columnAt = 0;
  #columnTo = 0;
  #columnShare = 0;
  #columnRow = -1;
  #shortRow = -1;
  #shortCount = 0;
  #shortFrom = 0;
  #shortTo = 0;
  #repeated: Repeated | undefined;

  constructor(scene: Scene, list: DisplayList, row: LaneRow, spans: LaneSpans) {
    this.#scene = scene;
    this.#list = list;
    this.#row = row;
    this.#spans = spans;
    this.#lane = row.lane.id;
    this.#middle = onCanvas(scene.frame, row.barMiddle);
    this.#accent = accentOf(row.lane.runtime);
  }

  span(index: number, x0: number, x1: number): void {
    this.#column();
    const row = this.#spans.row(index);
    switch (this.#spans.state(index)) {
      case SpanState.created:
        this.#band("outline", x0, x1, 0.7, 0.9, row);
        break;
      case SpanState.started:
      case SpanState.ready:
        this.#hatch("ready", this.#accent, x0, x1, 0.7, row);
        break;
      case SpanState.running:
        this.#band("rect", x0, x1, 1, 1, row);
        break;
      case SpanState.waiting:
        this.#wait(row, x0, x1);
        break;
      default:
        this.#line(x0, x1, "rule", 1, row);
    }
  }

  narrow(index: number, x0: number, x1: number, share: number): void {
    const level = Math.max(1, Math.ceil(share * shares));
    if (level !== this.#columnShare || Math.abs(x0 - this.#columnTo) > 0.01) {
      this.#column();
      this.#columnAt = x0;
      this.#columnShare = level;
      this.#columnRow = this.#spans.row(index);
    }
    this.#columnTo = x1;
  }

  /** Draws what is still held back. */
  finish(): Repeated | undefined {
    this.#column();
    this.#short();
    return this.#repeated;
  }

  #wait(row: number, x0: number, x1: number): void {
    const kind = this.#row.lane.kind;
    const blocks = this.#scene.table.code(row) === block;
    if (kind === "thread") this.#hatch("blocked", this.#accent, x0, x1, 0.72, row);
    else if (blocks) this.#hatch("blocked", "cancel", x0, x1, 1, row);
    else this.#line(x0, x1, this.#accent, 0.6, row);
    if (x1 - x0 >= wordsAtLeast) {
      const text = waitWords(this.#scene, row, kind);
      if (this.#scene.measure(text, "label-centre") + 2 * padding <= x1 - x0) {
        const colour = blocks ? "cancel" : kind === "thread" ? "text" : "muted";
        this.#list.add("text", (x0 + x1) / 2, this.#middle, 0, 1, colour, 1, "label-centre", this.#lane, row, text);
        return;
      }
    }
    this.#unsaid(row, x0, x1);
  }

  /** A wait without room for its words: of several alike in a row, the words are said once. */
  #unsaid(row: number, x0: number, x1: number): void {
    const { table } = this.#scene;
    const first = this.#shortRow;
    const alike =
      first >= 0 &&
      table.code(row) === table.code(first) &&
      table.other(row) === table.other(first) &&
      Object.is(table.n(row), table.n(first));
    if (!alike) {
      this.#short();
      this.#shortRow = row;
      this.#shortCount = 0;
      this.#shortFrom = x0;
    }
    this.#shortCount += 1;
    this.#shortTo = x1;
  }

  #short(): void {
    if (this.#shortCount >= 3 && this.#repeated === undefined) {
      const { language, measure } = this.#scene;
      const what = waitWords(this.#scene, this.#shortRow, this.#row.lane.kind);
      const text = translate(language, "draw.again", { what });
      const room = this.#shortTo - this.#shortFrom;
      if (measure(text, "label-left") <= room) this.#repeated = { text, x: this.#shortFrom, row: this.#shortRow };
    }
    this.#shortRow = -1;
    this.#shortCount = 0;
  }

  #column(): void {
    if (this.#columnShare === 0) return;
    const strength = this.#columnShare === shares ? 1 : 0.25 + 0.75 * (this.#columnShare / shares);
    this.#band("rect", this.#columnAt, this.#columnTo, 1, strength, this.#columnRow);
    this.#columnShare = 0;
  }

  #band(shape: "rect" | "outline", x0: number, x1: number, tall: number, strength: number, row: number): void {
    const height = this.#row.barHeight * tall;
    const top = this.#middle - height / 2;
    const style = shape === "rect" ? "plain" : "dotted";
    this.#list.add(shape, x0, top, x1 - x0, height, this.#accent, strength, style, this.#lane, row);
  }

  #hatch(style: "blocked" | "ready", colour: Colour, x0: number, x1: number, tall: number, row: number): void {
    const height = this.#row.barHeight * tall;
    this.#list.add("hatch", x0, this.#middle - height / 2, x1 - x0, height, colour, 1, style, this.#lane, row);
  }

  #line(x0: number, x1: number, colour: Colour, strength: number, row: number): void {
    this.#list.add("line", x0, this.#middle, x1, this.#middle, colour, strength, "solid", this.#lane, row);
  }
}
