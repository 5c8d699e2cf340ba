/**
 * How a lane ended: a glyph at its end, and beside it, where nothing follows any more, the words.
 */
import { translate } from "../i18n/index.ts";
import type { LaneSpans } from "../trace/folds/lane-spans.ts";
import { type End, ends } from "../trace/kinds.ts";
import { isClear, type Stretch } from "./arrow-curve.ts";
import type { Colour, DisplayList, Glyph } from "./display-list.ts";
import { fitText } from "./fit-text.ts";
import type { LaneRow } from "./lane-rows.ts";
import { onCanvas, type Scene, type Wording } from "./scene.ts";

const glyphs: Readonly<Record<End, Glyph>> = {
  returned: "returned",
  raised: "raised",
  cancelled: "cancelled",
  killed: "broken",
  abandoned: "broken",
  open: "open",
};
const size = 11;
/** Ends that are as tall as the bar, and a little more. */
const tall: ReadonlySet<End> = new Set(["returned", "cancelled"]);
/** Words give way to arrows by at most this, px. */
const givesWay = 45;

/**
 * Draws a lane's end, if it has come and is in sight. `arrows`: what crosses the bar. Returns where the end is, px; +∞ when
 * it is not in sight.
 */
export function layoutEnd(
  scene: Scene,
  list: DisplayList,
  row: LaneRow,
  spans: LaneSpans,
  arrows: readonly Stretch[] = [],
): number {
  const { scale, frame, table } = scene;
  if (spans.endRow < 0 || spans.end < scale.from || spans.end > scale.to) return Number.POSITIVE_INFINITY;
  const how = ends[table.code(spans.endRow)] ?? "open";
  const x = scale.x(spans.end);
  const y = onCanvas(frame, row.barMiddle);
  const colour: Colour =
    how === "returned" || how === "open" ? (row.level === 1 ? "muted" : row.lane.runtime) : "cancel";
  list.add(
    "mark",
    x,
    y,
    tall.has(how) ? row.barHeight + 4 : size,
    0,
    colour,
    1,
    glyphs[how],
    row.lane.id,
    spans.endRow,
  );
  const text = endWords(scene, how, spans.endRow, row);
  const from = clearStart(arrows, x + size / 2 + 4, scene.measure(text, "label-left"));
  const shown = fitText(text, scale.right - from - 4, "label-left", scene.measure);
  const words: Colour = how === "returned" || how === "open" ? "muted" : "cancel";
  if (shown !== "") list.add("text", from, y, 0, 0, words, 1, "label-left", row.lane.id, spans.endRow, shown);
  return x;
}

/** Where words `width` px wide begin, at `from` or further right, so that no arrow runs through them. */
function clearStart(arrows: readonly Stretch[], from: number, width: number): number {
  if (width === 0 || isClear(arrows, from, from + width)) return from;
  const places = arrows.map((arrow) => arrow.to + 6).filter((x) => x > from && x <= from + givesWay);
  return places.toSorted((a, b) => a - b).find((x) => isClear(arrows, x, x + width)) ?? from;
}

function endWords(scene: Scene, how: End, endRow: number, row: LaneRow): string {
  const speaks = row.lane.kind === "thread" || row.lane.kind === "task";
  return how === "returned" && !speaks ? "" : wordsOfEnd(scene, endRow);
}

/** How a lane ended, by its `lane.ended` row; "" for one that was left open. */
export function wordsOfEnd({ table, language }: Wording, endRow: number): string {
  const how = ends[table.code(endRow)] ?? "open";
  const { value, error } = resultOf(table.text(endRow));
  switch (how) {
    case "returned":
      return value === undefined
        ? translate(language, "draw.returned")
        : translate(language, "draw.returned-value", { value });
    case "raised":
      return translate(language, "draw.raised", { error: error ?? "" }).trimEnd();
    case "cancelled":
    case "killed":
    case "abandoned":
      return translate(language, `draw.${how}`);
    case "open":
      return "";
  }
}

/** What a `lane.ended` row says it returned or raised, as short text. `null` and nothing are no value worth a word. */
export function resultOf(payload: string): { readonly value?: string; readonly error?: string } {
  if (payload === "") return {};
  const result = parsed(payload);
  if (typeof result !== "object" || result === null) return {};
  const value = "value" in result && result.value !== null ? { value: JSON.stringify(result.value) } : {};
  const error = "error" in result && typeof result.error === "string" ? { error: result.error } : {};
  return { ...value, ...error };
}

/** A payload from a damaged recording says nothing, and breaks nothing. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
