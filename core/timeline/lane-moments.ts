/**
 * The moments that matter on a lane: a glyph each, and short words above the bar (on a process lane: beside the glyph).
 * Moments that fall together share one glyph, and words that would overlap are joined, so that a crowd stays readable;
 * zooming in takes it apart. Cost: that of the pixels, times log n.
 */
import { translate } from "../i18n/index.ts";
import type { TimeIndex } from "../trace/folds/time-index.ts";
import { Code } from "../trace/kinds.ts";
import type { Colour, DisplayList, Glyph } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { laneName, onCanvas, type Scene } from "./scene.ts";

/** Moments nearer than this share a glyph, px. */
const together = 3;
/** Rows of one crowd that are read for their words. */
const readAtMost = 6;
const partsAtMost = 3;
const size = 8;
/** From a moment to its words, px. */
const beside = size / 2 + 3;

interface Note {
  x: number;
  row: number;
  colour: Colour;
  parts: string[];
  width: number;
}

/** Draws a lane's moments. Returns the x intervals that its words take up, as [from, to] pairs in order. */
export function layoutMoments(scene: Scene, list: DisplayList, row: LaneRow, moments: TimeIndex): readonly number[] {
  const notes: Note[] = [];
  const { scale } = scene;
  const y = onCanvas(scene.frame, row.barMiddle);
  const last = scale.time(scale.right);
  let index = moments.firstFrom(scale.from);
  while (index < moments.length && moments.time(index) <= last) {
    const x = scale.x(moments.time(index));
    const next = Math.max(index + 1, moments.firstFrom(scale.time(x + together)));
    const shown = foremost(scene, moments, index, next);
    const glyph = glyphOf(scene.table.kind(shown));
    const above = row.level === 2;
    const markY = above ? y - row.barHeight / 2 : y;
    list.add("mark", x, markY, size, 0, colourOf(scene, row, shown), 1, glyph, row.lane.id, shown);
    note(scene, notes, {
      x,
      row: shown,
      colour: wordsColour(scene, shown),
      parts: words(scene, moments, index, next),
      width: 0,
    });
    index = next;
  }
  return write(scene, list, row, notes);
}

/** The row that a crowd is shown by: a cancel or a signal before a join, a join before a message. */
function foremost(scene: Scene, moments: TimeIndex, from: number, to: number): number {
  let best = moments.row(from);
  for (let i = from + 1; i < Math.min(to, from + readAtMost); i++) {
    if (rank(scene.table.kind(moments.row(i))) > rank(scene.table.kind(best))) best = moments.row(i);
  }
  return best;
}

function words(scene: Scene, moments: TimeIndex, from: number, to: number): string[] {
  const counts = new Map<string, number>();
  for (let i = from; i < Math.min(to, from + readAtMost); i++) {
    const text = momentWords(scene, moments.row(i));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) =>
    count === 1 ? what : translate(scene.language, "draw.times", { what, count }),
  );
}

function note(scene: Scene, notes: Note[], fresh: Note): void {
  fresh.width = scene.measure(fresh.parts.join(" · "), "label-left");
  const before = notes.at(-1);
  if (before === undefined || before.x + before.width + 8 <= fresh.x) {
    notes.push(fresh);
    return;
  }
  const missing = fresh.parts.filter((part) => !before.parts.includes(part));
  if (before.parts.length + missing.length > partsAtMost) return;
  before.parts.push(...missing);
  before.width = scene.measure(before.parts.join(" · "), "label-left");
}

function write(scene: Scene, list: DisplayList, row: LaneRow, notes: readonly Note[]): readonly number[] {
  const { scale, frame } = scene;
  const y = onCanvas(frame, row.stripMiddle);
  const taken: number[] = [];
  for (const { x, parts, width, colour, row: traceRow } of notes) {
    // Right of its moment; where that would leave the canvas, left of it.
    const from = x + beside + width <= scale.right ? x + beside : x - beside - width;
    if (from < Math.max(scale.left, taken.at(-1) ?? 0)) continue;
    list.add(
      "text",
      from,
      y,
      0,
      row.level === 1 ? 1 : 0,
      colour,
      1,
      "label-left",
      row.lane.id,
      traceRow,
      parts.join(" · "),
    );
    taken.push(from - 6, from + width + 6);
  }
  return taken;
}

function momentWords(scene: Scene, row: number): string {
  const { table, language } = scene;
  switch (table.kind(row)) {
    case Code.signalSet:
      return translate(language, "draw.asked");
    case Code.signalSeen:
      return translate(language, "draw.seen");
    case Code.cancelRequested:
      return translate(language, "draw.cancel-requested");
    case Code.cancelDelivered:
      return translate(language, "draw.cancel-delivered");
    case Code.cancelRefused:
      return translate(language, "draw.cancel-refused");
    case Code.joinEnded:
      return translate(language, "draw.joined", { lane: laneName(table, table.other(row)) });
    default:
      return table.text(row);
  }
}

function glyphOf(kind: number): Glyph {
  switch (kind) {
    case Code.signalSet:
      return "asked";
    case Code.signalSeen:
      return "seen";
    case Code.cancelRequested:
      return "cancel-requested";
    case Code.cancelDelivered:
      return "cancel-delivered";
    case Code.cancelRefused:
      return "cancel-refused";
    case Code.joinEnded:
      return "joined";
    case Code.messageSent:
      return "sent";
    default:
      return "received";
  }
}

function rank(kind: number): number {
  if (kind === Code.messageSent || kind === Code.messageReceived) return 0;
  return kind === Code.joinEnded ? 1 : 2;
}

function colourOf(scene: Scene, row: LaneRow, traceRow: number): Colour {
  return rank(scene.table.kind(traceRow)) === 2 ? "cancel" : row.lane.runtime;
}

function wordsColour(scene: Scene, traceRow: number): Colour {
  return rank(scene.table.kind(traceRow)) === 2 ? "cancel" : "muted";
}
