/**
 * A moment as a reader sees it: its glyph, its short words, its colour, and what comes before what.
 */
import { type TextKey, translate } from "../i18n/index.ts";
import { isLaneId } from "../trace/ids.ts";
import { Code, codeOf, joinEnds } from "../trace/kinds.ts";
import type { Lane } from "../trace/lane.ts";
import type { TraceTable } from "../trace/table.ts";
import type { Colour, Glyph } from "./display-list.ts";
import { laneName, type Wording } from "./scene.ts";

const timeout = codeOf(joinEnds, "timeout");

const glyphs: ReadonlyMap<number, Glyph> = new Map<number, Glyph>([
  [Code.signalSet, "asked"],
  [Code.signalSeen, "seen"],
  [Code.cancelRequested, "cancel-requested"],
  [Code.cancelDelivered, "cancel-delivered"],
  [Code.cancelRefused, "cancel-refused"],
  [Code.joinEnded, "joined"],
  [Code.messageSent, "sent"],
  [Code.output, "warned"],
]);

/** The glyph of a moment's kind. */
export function momentGlyph(kind: number): Glyph {
  return glyphs.get(kind) ?? "received";
}

/** The words of a moment, by its row. */
export function momentWords({ table, language }: Wording, row: number): string {
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
      return joinWords({ table, language }, row);
    case Code.output:
      return translate(language, "draw.warned");
    default:
      return messageWords({ table, language }, row);
  }
}

/** A thread joins, a task awaits. */
function joinWords({ table, language }: Wording, row: number): string {
  const lane = laneName(table, table.other(row));
  if (table.code(row) === timeout) return translate(language, "draw.join-timeout", { lane });
  return translate(language, laneOf(table, row)?.kind === "task" ? "draw.awaited" : "draw.joined", { lane });
}

/** The prefix of a channel is nobody's business: what is asked is, not of whom. */
const prefix = /^.*\./;

type ChannelKey = Extract<TextKey, `draw.${string}-pressed` | `draw.told-${string}`>;

/** What a person presses in the page, by the channel on which main hears of it. */
const pressed: ReadonlyMap<string, ChannelKey> = new Map([
  ["run.start", "draw.run-pressed"],
  ["run.cancel", "draw.cancel-pressed"],
  ["run.stop", "draw.stop-pressed"],
]);
/** What main tells the others to do. */
const told: ReadonlyMap<string, ChannelKey> = new Map([
  ["start", "draw.told-start"],
  ["cancel", "draw.told-cancel"],
  ["stop", "draw.told-stop"],
]);

/** A message, as the lane that it is on has to do with it: main hears of a button, the others are told. */
function messageWords({ table, language }: Wording, row: number): string {
  const channel = table.text(row);
  const topic = messageTopic(table, row);
  const received = table.kind(row) === Code.messageReceived;
  const key = pressed.get(channel) ?? (received ? told.get(topic) : undefined);
  return key === undefined ? topic : translate(language, key);
}

/** What a message asks for, whoever says it: the button, main's word to each, and its arrival are one thing. */
export function messageTopic(table: TraceTable, row: number): string {
  return table.text(row).replace(prefix, "");
}

/** Whether a row is a message's end. */
export function isMessage(kind: number): boolean {
  return kind === Code.messageSent || kind === Code.messageReceived;
}

function laneOf(table: TraceTable, row: number): Lane | undefined {
  const lane = table.lane(row);
  return isLaneId(lane) ? table.lanes.get(lane) : undefined;
}

/**
 * A crowd is shown by its foremost moment: a warning (3) before a cancel or a signal (2), these before a join (1), a join
 * before a message (0).
 */
export function momentRank(kind: number): number {
  if (isMessage(kind)) return 0;
  if (kind === Code.output) return 3;
  return kind === Code.joinEnded ? 1 : 2;
}

/** The colour of a moment's glyph or words; `otherwise` for what is neither a warning nor about stopping. */
export function momentColour(kind: number, otherwise: Colour): Colour {
  return momentRank(kind) >= 2 ? "cancel" : otherwise;
}
