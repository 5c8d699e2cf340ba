/**
 * The grammar below the lanes, always: a stranger reads the picture by it. Only what the recording has is in it, in one
 * line or two, in few words where there is little room. Its height does not change while a recording grows.
 */
import { type Language, translate } from "../i18n/index.ts";
import type { DisplayList } from "./display-list.ts";
import { fitNaturally } from "./lane-rows.ts";
import type { ShownLane } from "./lanes.ts";
import { type LegendEntry, legendEntries, type Sample, usualEntries } from "./legend-entries.ts";
import type { MeasureText, Scene } from "./scene.ts";

/** From one line to the next, and the space above the first, px. */
const pitch = 17;
const above = 6;
const linesAtMost = 2;
/** Widths of a sample of a bar, of a glyph, of an arrow, px. */
const samples = { bar: 20, glyph: 12, arrow: 34 } as const;
const beside = 5;
const widestGap = 20;
const narrowestGap = 10;
/** Without lanes there is nothing to explain. */
const below = 8;

/** The height that the legend takes below lanes that have `room` px with it, on a canvas of `width` px. */
export function legendHeight(
  lanes: readonly ShownLane[],
  room: number,
  width: number,
  language: Language,
  measure: MeasureText,
): number {
  if (lanes.length === 0) return below;
  const tall = above + linesAtMost * pitch;
  const isRoomy = fitNaturally(lanes, room - tall);
  const lines = linesOf(usualEntries(lanes), !isRoomy, width, language, measure).length;
  return above + Math.min(Math.max(lines, 1), linesAtMost) * pitch;
}

/** Draws the legend at the bottom, in the room that was kept for it. */
export function layoutLegend(scene: Scene, list: DisplayList): void {
  const { frame, measure, language, recording, rows } = scene;
  if (rows.length === 0) return;
  list.add("rect", 0, frame.bottom, frame.width, frame.height - frame.bottom, "background", 1, "plain");
  const room = Math.round((frame.height - frame.bottom - above) / pitch);
  const entries = legendEntries.filter(({ isIn }) => isIn(recording));
  const full = linesOf(entries, false, frame.width, language, measure);
  const lines = full.length <= room ? full : linesOf(entries, true, frame.width, language, measure);
  for (const [place, line] of lines.slice(0, room).entries()) {
    layoutLine(scene, list, line, frame.bottom + above + pitch * (place + 0.5));
  }
}

interface Worded {
  readonly sample: Sample;
  readonly text: string;
  readonly width: number;
}

/** Entries with their words, as many on a line as have room. */
function linesOf(
  entries: readonly LegendEntry[],
  isShort: boolean,
  width: number,
  language: Language,
  measure: MeasureText,
): readonly (readonly Worded[])[] {
  const lines: Worded[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { key, short, sample } of entries) {
    const text = translate(language, isShort ? short : key);
    const own = widthOf(sample) + beside + measure(text, "label-left");
    if (used + narrowestGap + own > width) {
      lines.push([]);
      used = -narrowestGap;
    }
    lines.at(-1)?.push({ sample, text, width: own });
    used += narrowestGap + own;
  }
  return lines;
}

function layoutLine({ frame }: Scene, list: DisplayList, line: readonly Worded[], y: number): void {
  const free = frame.width - line.reduce((sum, { width }) => sum + width, 0);
  const gap = Math.min(Math.max(free / Math.max(line.length - 1, 1), narrowestGap), widestGap);
  let x = 0;
  for (const { sample, text, width } of line) {
    layoutSample(list, sample, x, y);
    list.add("text", x + widthOf(sample) + beside, y, 0, 0, "muted", 1, "label-left", -1, -1, text);
    x += width + gap;
  }
}

function widthOf(sample: Sample): number {
  switch (sample.is) {
    case "glyph":
    case "flag":
      return samples.glyph;
    case "arrow":
      return samples.arrow;
    default:
      return samples.bar;
  }
}

function layoutSample(list: DisplayList, sample: Sample, x: number, y: number): void {
  switch (sample.is) {
    case "solid":
      list.add("rect", x, y - 5, samples.bar, 10, "muted", 1, "plain");
      break;
    case "hatch":
      list.add("hatch", x, y - 5, samples.bar, 10, sample.colour, 1, sample.style);
      break;
    case "line":
      list.add("line", x, y, x + samples.bar, y, "muted", 0.9, sample.dotted ? "dotted" : "solid");
      break;
    case "glyph":
      list.add("mark", x + (sample.glyph === "open" ? 0 : samples.glyph / 2), y, 11, 0, sample.colour, 1, sample.glyph);
      break;
    case "flag":
      list.add("mark", x + samples.glyph / 2, y, 13, 0, "muted", 1, "numbered");
      list.add("text", x + samples.glyph / 2, y, 0, 0, "background", 1, "strong-centre", -1, -1, "1");
      break;
    case "arrow": {
      const { from, to, style, colour } = sample;
      const end = x + samples.arrow - (to === undefined ? 5 : 9);
      list.add("arrow", x + 6, y, end, y, colour, 1, style);
      list.add("mark", x + 4, y, from === "returned" ? 11 : 8, 0, colour, 1, from);
      if (to !== undefined) list.add("mark", x + samples.arrow - 4, y, 8, 0, colour, 1, to);
    }
  }
}
