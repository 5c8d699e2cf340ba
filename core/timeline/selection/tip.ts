/**
 * A few words beside the pointer: what lies under it, when it was and how long it took, and what brought it about.
 */
import type { Details, SelectionRef } from "../../contract/timeline-selection.ts";
import { translate } from "../../i18n/index.ts";
import type { DisplayList, TextStyle } from "../display-list.ts";
import { fitText } from "../fit-text.ts";
import type { Scene } from "../scene.ts";
import { detailsOf } from "./details.ts";
import { duration, instant } from "./event-words.ts";

const lineHeight = 17;
const padding = 9;
/** From the pointer to the words, px. */
const away = 14;
const widest = 380;

/** Draws the tip for `ref` at the pointer, wherever there is room for it. */
export function layoutTip(scene: Scene, list: DisplayList, ref: SelectionRef): void {
  const { pointer, frame, recording, language, now } = scene;
  const details = detailsOf(recording, ref, now, language);
  if (pointer === undefined || details === undefined) return;
  const lines = linesOf(scene, details);
  const width = Math.min(Math.max(...lines.map(({ text, style }) => scene.measure(text, style))), widest) + 2 * padding;
  const height = lines.length * lineHeight + 2 * padding - 5;
  const left = pointer.x + away + width <= frame.width ? pointer.x + away : pointer.x - away - width;
  const below = pointer.y + away + height <= frame.height;
  const top = below ? pointer.y + away : Math.max(frame.overview, pointer.y - away - height);
  const x = Math.max(0, left);
  list.add("rect", x, top, width, height, "raised", 1, "plain");
  list.add("outline", x, top, width, height, "rule", 1, "solid");
  for (const [place, { text, style, muted }] of lines.entries()) {
    const y = top + padding + lineHeight * (place + 0.5) - 2.5;
    const fitted = fitText(text, width - 2 * padding, style, scene.measure);
    list.add("text", x + padding, y, 0, 0, muted ? "muted" : "text", 1, style, -1, -1, fitted);
  }
}

interface TipLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly muted: boolean;
}

function linesOf({ language }: Scene, { what, at, lasts, open, causedBy }: Details): readonly TipLine[] {
  const lines: TipLine[] = [{ text: what, style: "strong-left", muted: false }];
  lines.push({ text: whenText(), style: "axis-left", muted: true });
  if (causedBy !== undefined) {
    const { what: cause, lane, apart } = causedBy;
    const text = translate(language, "tip.cause", { what: cause, lane, apart: duration(apart) });
    lines.push({ text, style: "label-left", muted: true });
  }
  return lines;

  function whenText(): string {
    if (lasts === undefined) return translate(language, "tip.at", { at: instant(at) });
    return translate(language, open ? "tip.goes-on" : "tip.lasted", { at: instant(at), lasts: duration(lasts) });
  }
}
