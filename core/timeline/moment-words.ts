/**
 * A moment as a reader sees it: its glyph, its short words, its colour, and what comes before what.
 */
import { translate } from "../i18n/index.ts";
import { Code, codeOf, joinEnds } from "../trace/kinds.ts";
import type { Colour, Glyph } from "./display-list.ts";
import { laneName, type Scene } from "./scene.ts";

const timeout = codeOf(joinEnds, "timeout");

const glyphs: ReadonlyMap<number, Glyph> = new Map<number, Glyph>([
  [Code.signalSet, "asked"],
  [Code.signalSeen, "seen"],
  [Code.cancelRequested, "cancel-requested"],
  [Code.cancelDelivered, "cancel-delivered"],
  [Code.cancelRefused, "cancel-refused"],
  [Code.joinEnded, "joined"],
  [Code.messageSent, "sent"],
]);

/** The glyph of a moment's kind. */
export function momentGlyph(kind: number): Glyph {
  return glyphs.get(kind) ?? "received";
}

/** The words of a moment, by its row. */
export function momentWords({ table, language }: Pick<Scene, "table" | "language">, row: number): string {
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
      return translate(language, table.code(row) === timeout ? "draw.join-timeout" : "draw.joined", {
        lane: laneName(table, table.other(row)),
      });
    default:
      // `run.cancel` and `cancel` are one thing to a reader: what is asked, not of whom.
      return table.text(row).replace(/^.*\./, "");
  }
}

/** A crowd is shown by its foremost moment: a cancel or a signal (2) before a join (1), a join before a message (0). */
export function momentRank(kind: number): number {
  if (kind === Code.messageSent || kind === Code.messageReceived) return 0;
  return kind === Code.joinEnded ? 1 : 2;
}

/** The colour of a moment's glyph or words; `otherwise` for what is not about stopping. */
export function momentColour(kind: number, otherwise: Colour): Colour {
  return momentRank(kind) === 2 ? "cancel" : otherwise;
}
