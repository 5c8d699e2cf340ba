/**
 * What the legend can explain, in the order in which it does: the states of a bar, then what leads from lane to lane,
 * then ends and marks. Each entry says for itself whether a recording has what it explains.
 */
import type { TextKey } from "../i18n/index.ts";
import { Code, codeOf, ends, type LaneKind, onStderr } from "../trace/kinds.ts";
import type { ArrowStyle, Colour, Glyph, HatchStyle } from "./display-list.ts";
import type { ShownLane } from "./lanes.ts";
import type { Recording } from "./recording.ts";

/** What an entry shows beside its words. */
export type Sample =
  | { readonly is: "solid" }
  | { readonly is: "hatch"; readonly style: HatchStyle; readonly colour: Colour }
  | { readonly is: "line"; readonly dotted: boolean }
  | { readonly is: "flag" }
  | { readonly is: "glyph"; readonly glyph: Glyph; readonly colour: Colour }
  | {
      readonly is: "arrow";
      readonly style: ArrowStyle;
      readonly from: Glyph;
      readonly colour: Colour;
      readonly to?: Glyph;
    };

type LegendKey = Extract<TextKey, `legend.${string}`>;

export interface LegendEntry {
  readonly key: LegendKey;
  readonly short: LegendKey;
  readonly sample: Sample;
  /** Lanes that come to show it in the usual course of things: room is kept for it. Empty for what is rare. */
  readonly usualOf: readonly LaneKind[];
  readonly isIn: (recording: Recording) => boolean;
}

const [cancelled, killed, abandoned, open] = (["cancelled", "killed", "abandoned", "open"] as const).map((how) =>
  codeOf(ends, how),
);
const alert = "cancel";

const hasLane = ({ laneKinds }: Recording, ...kinds: readonly LaneKind[]) => kinds.some((kind) => laneKinds.has(kind));

export const legendEntries: readonly LegendEntry[] = [
  {
    key: "legend.running",
    short: "legend.running.short",
    sample: { is: "solid" },
    usualOf: ["thread", "task"],
    isIn: (recording) => hasLane(recording, "thread", "task"),
  },
  {
    key: "legend.blocked",
    short: "legend.blocked.short",
    sample: { is: "hatch", style: "blocked", colour: "muted" },
    usualOf: ["thread"],
    isIn: (recording) => hasLane(recording, "thread"),
  },
  {
    key: "legend.waiting",
    short: "legend.waiting.short",
    sample: { is: "line", dotted: false },
    usualOf: ["task"],
    isIn: (recording) => hasLane(recording, "task"),
  },
  {
    key: "legend.ready",
    short: "legend.ready.short",
    sample: { is: "hatch", style: "ready", colour: "muted" },
    usualOf: ["task"],
    isIn: (recording) => hasLane(recording, "task"),
  },
  {
    key: "legend.blocks",
    short: "legend.blocks.short",
    sample: { is: "hatch", style: "blocked", colour: alert },
    usualOf: [],
    isIn: ({ blocks }) => blocks.any,
  },
  {
    key: "legend.deadlock",
    short: "legend.deadlock.short",
    sample: { is: "hatch", style: "blocked", colour: alert },
    usualOf: ["lock"],
    isIn: ({ waitFor }) => waitFor.circles.length > 0,
  },
  {
    key: "legend.signal",
    short: "legend.signal.short",
    sample: { is: "arrow", style: "signal", from: "asked", to: "seen", colour: alert },
    usualOf: ["thread"],
    isIn: ({ seen }) => seen.has(Code.signalSet),
  },
  {
    key: "legend.cancel",
    short: "legend.cancel.short",
    sample: { is: "arrow", style: "cancel", from: "cancel-requested", colour: alert },
    usualOf: ["task"],
    isIn: ({ seen }) => seen.has(Code.cancelRequested),
  },
  {
    key: "legend.refused",
    short: "legend.refused.short",
    sample: { is: "glyph", glyph: "cancel-refused", colour: alert },
    usualOf: [],
    isIn: ({ seen }) => seen.has(Code.cancelRefused),
  },
  {
    key: "legend.cancelled",
    short: "legend.cancelled.short",
    sample: { is: "glyph", glyph: "cancelled", colour: alert },
    usualOf: [],
    isIn: ({ seen }) => seen.has(Code.laneEnded, cancelled),
  },
  {
    key: "legend.broken",
    short: "legend.broken.short",
    sample: { is: "glyph", glyph: "broken", colour: alert },
    usualOf: [],
    isIn: ({ seen }) => seen.has(Code.laneEnded, killed) || seen.has(Code.laneEnded, abandoned),
  },
  {
    key: "legend.warned",
    short: "legend.warned.short",
    sample: { is: "glyph", glyph: "warned", colour: alert },
    usualOf: [],
    isIn: ({ seen }) => seen.has(Code.output, onStderr),
  },
  {
    key: "legend.join",
    short: "legend.join.short",
    sample: { is: "arrow", style: "join", from: "returned", colour: "muted" },
    usualOf: ["thread"],
    isIn: ({ arrows }) => arrows.has("join"),
  },
  {
    key: "legend.late",
    short: "legend.late.short",
    sample: { is: "line", dotted: true },
    usualOf: [],
    isIn: ({ arrows }) => arrows.lateness > toBeSeen,
  },
  {
    key: "legend.message",
    short: "legend.message.short",
    sample: { is: "arrow", style: "message", from: "sent", to: "received", colour: "muted" },
    usualOf: ["process"],
    isIn: ({ seen }) => seen.has(Code.messageSent),
  },
  {
    key: "legend.open",
    short: "legend.open.short",
    sample: { is: "glyph", glyph: "open", colour: "muted" },
    usualOf: ["process"],
    isIn: ({ seen }) => seen.has(Code.laneEnded, open),
  },
  {
    key: "legend.look",
    short: "legend.look.short",
    sample: { is: "flag" },
    usualOf: ["process"],
    isIn: ({ lookHere, table }) => lookHere.rows(table).some((row) => row >= 0),
  },
];

/** A lateness that makes a line of its own at any usual zoom, µs. */
const toBeSeen = 20_000;

/** The entries that the lanes come to show in the usual course of things. */
export function usualEntries(lanes: readonly ShownLane[]): readonly LegendEntry[] {
  const kinds = new Set(lanes.map(({ lane }) => lane.kind));
  return legendEntries.filter(({ usualOf }) => usualOf.some((kind) => kinds.has(kind)));
}
