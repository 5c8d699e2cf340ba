/**
 * What is said of a lane's waits, written where it does least harm: in the bar, as long as most of the bar stays to be
 * seen, clear of arrows; else in the strip above it, where no moment's words stand; else in fewer words.
 */
import { translate } from "../i18n/index.ts";
import { clearMiddle, isClear, type Stretch } from "./arrow-curve.ts";
import { bandHeight } from "./bar-pen.ts";
import type { Colour, DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { isBlock, isHeld } from "./late-sleep.ts";
import { onCanvas, type Scene } from "./scene.ts";
import type { Saying } from "./wait-series.ts";
import { deadlockWordings, lateWordings, waitWordings } from "./wait-words.ts";

/** A plate covers at most this part of a bar: what it says is drawn there, too. */
const covered = 0.6;
/** Left and right of words: on a plate, and on a line, px. */
const platePadding = 4;
const linePadding = 8;
/** Between two words in the strip, px. */
const gap = 6;

export class WaitNotes {
  readonly #scene: Scene;
  readonly #list: DisplayList;
  readonly #row: LaneRow;
  readonly #taken: Stretch[];
  readonly #arrows: readonly Stretch[];

  /** `taken`: what stands in the strip above the bar. `arrows`: what crosses the bar. */
  constructor(scene: Scene, list: DisplayList, row: LaneRow, taken: readonly Stretch[], arrows: readonly Stretch[]) {
    this.#scene = scene;
    this.#list = list;
    this.#row = row;
    this.#taken = [...taken];
    this.#arrows = arrows;
  }

  write(saying: Saying): void {
    const texts = this.#texts(saying);
    if (saying.again) {
      texts.some((text) => this.#above(saying, text));
      return;
    }
    const isBand = this.#isBand(saying);
    const most = isBand ? covered : 1;
    if (texts.some((text) => this.#inBar(saying, text, most) || (isBand && this.#above(saying, text)))) return;
    if (isBand) texts.some((text) => this.#inBar(saying, text, 1));
  }

  /** From the fullest to the shortest. */
  #texts({ aspect, row, lasts, again }: Saying): readonly string[] {
    const { table, language, recording, now } = this.#scene;
    const { lane } = this.#row;
    switch (aspect) {
      case "held":
        return [translate(language, "draw.loop-blocked"), translate(language, "draw.loop-blocked-short")];
      case "late": {
        const due = table.t(row) + table.n(row) * 1_000;
        return lateWordings(this.#scene, lasts, isHeld(recording, lane.parent ?? -1, due, due + lasts, now));
      }
      case "deadlock":
        return deadlockWordings(this.#scene, row, recording.waitFor.of(lane.id, table.t(row), now));
      case "wait": {
        const texts = waitWordings(this.#scene, row, lane.kind);
        if (!again) return texts;
        // A bare length says too little of many.
        const whats = texts.slice(0, 2);
        return [
          ...whats.map((what) => translate(language, "draw.again", { what })),
          ...whats.map((what) => translate(language, "draw.each", { what })),
        ];
      }
    }
  }

  /** Whether the bar is a band there, and not a line. */
  #isBand({ aspect, row }: Saying): boolean {
    return this.#row.lane.kind === "thread" || aspect !== "wait" || isBlock(this.#scene.table, row);
  }

  #inBar(saying: Saying, text: string, part: number): boolean {
    const { measure, frame } = this.#scene;
    const { x0, x1, row } = saying;
    const isBand = this.#isBand(saying);
    const padding = isBand ? platePadding : linePadding;
    const width = measure(text, "label-centre") + 2 * padding;
    if (width > (x1 - x0) * part) return false;
    const x = clearMiddle(this.#arrows, x0, x1, width) ?? (x0 + x1) / 2;
    const y = onCanvas(frame, this.#row.barMiddle);
    if (isBand) {
      // The plate leaves the bar's edges, so that the bar goes on under the words.
      const height = bandHeight(this.#row, saying.aspect === "held" || isBlock(this.#scene.table, row)) - 2;
      this.#list.add("rect", x - width / 2, y - height / 2, width, height, "background", 0.9, "plain");
    }
    const colour = this.#colour(saying);
    this.#list.add("text", x, y, 0, isBand ? 2 : 1, colour, 1, "label-centre", this.#row.lane.id, row, text);
    return true;
  }

  #above({ x0, x1, row, again }: Saying, text: string): boolean {
    if (this.#row.stripMiddle === this.#row.barMiddle) return false;
    const width = this.#scene.measure(text, "label-left");
    if (width > x1 - x0) return false;
    const from = again ? x0 : Math.max(x0, (x0 + x1 - width) / 2);
    if (!isClear(this.#taken, from - gap + 4, from + width + gap - 4)) return false;
    this.#taken.push({ from, to: from + width });
    const y = onCanvas(this.#scene.frame, this.#row.stripMiddle);
    this.#list.add("text", from, y, 0, 0, "muted", 1, "label-left", this.#row.lane.id, row, text);
    return true;
  }

  #colour({ aspect, row }: Saying): Colour {
    if (aspect === "held" || aspect === "deadlock" || isBlock(this.#scene.table, row)) return "cancel";
    return this.#row.lane.kind === "thread" || aspect === "late" ? "text" : "muted";
  }
}
