/**
 * The grammar in one line below the lanes, where there is room for it: a stranger reads the picture by it. Only what
 * the recording's lanes can show is in it.
 */
import { type TextKey, translate } from "../i18n/index.ts";
import type { LaneKind } from "../trace/kinds.ts";
import type { Colour, DisplayList, Shape, Style } from "./display-list.ts";
import { totalHeight } from "./lane-rows.ts";
import { onCanvas, type Scene } from "./scene.ts";

/** Height that the legend takes, with the space above it, px. */
export const legendHeight = 30;
const sample = 20;
const widestGap = 20;
const narrowestGap = 9;

interface Entry {
  readonly key: Extract<TextKey, `legend.${string}`>;
  readonly of: readonly LaneKind[];
  readonly shape: Shape;
  readonly style: Style;
  readonly colour: Colour;
}

const entries: readonly Entry[] = [
  { key: "legend.running", of: ["thread", "task"], shape: "rect", style: "plain", colour: "muted" },
  { key: "legend.blocked", of: ["thread"], shape: "hatch", style: "blocked", colour: "muted" },
  { key: "legend.waiting", of: ["task"], shape: "line", style: "solid", colour: "muted" },
  { key: "legend.ready", of: ["task"], shape: "hatch", style: "ready", colour: "muted" },
  { key: "legend.signal", of: ["thread"], shape: "arrow", style: "signal", colour: "cancel" },
  { key: "legend.cancel", of: ["task"], shape: "arrow", style: "cancel", colour: "cancel" },
  { key: "legend.join", of: ["thread", "task"], shape: "arrow", style: "join", colour: "muted" },
  { key: "legend.message", of: ["process"], shape: "arrow", style: "message", colour: "muted" },
];

/** Draws the legend at the bottom, if the lanes leave room for it; as much of it as fits. */
export function layoutLegend(scene: Scene, list: DisplayList): void {
  const { frame, measure, rows, language } = scene;
  if (rows.length === 0 || onCanvas({ ...frame, scroll: 0 }, totalHeight(rows)) + legendHeight > frame.height) return;
  const kinds = new Set(rows.map((row) => row.lane.kind));
  const shown = entries
    .filter(({ of }) => of.some((kind) => kinds.has(kind)))
    .map((entry) => ({ ...entry, text: translate(language, entry.key) }))
    .map((entry) => ({ ...entry, width: sample + 6 + measure(entry.text, "label-left") }));
  const free = frame.width - shown.reduce((sum, { width }) => sum + width, 0);
  const gap = Math.min(Math.max(free / Math.max(shown.length - 1, 1), narrowestGap), widestGap);
  const y = frame.height - 10;
  let x = 0;
  list.add("rect", 0, y - 10, frame.width, 20, "background", 1, "plain");
  for (const { shape, style, colour, text, width } of shown) {
    if (x + width > frame.width) return;
    if (shape === "line") list.add(shape, x, y, x + sample, y, colour, 0.8, style);
    else if (shape === "arrow") list.add(shape, x, y, x + sample - 4, y, colour, 1, style);
    else list.add(shape, x, y - 5, sample, 10, colour, 1, style);
    list.add("text", x + sample + 6, y, 0, 0, "muted", 1, "label-left", -1, -1, text);
    x += width + gap;
  }
}
