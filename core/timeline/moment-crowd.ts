/**
 * The words of moments that fall together, as one reader's note: each thing once. A press of a button arrives, is passed
 * on and is heard as several messages and calls: that is one thing, said once.
 */
import { Code } from "../trace/kinds.ts";
import type { Colour } from "./display-list.ts";
import { isMessage, messageTopic, momentColour, momentRank, momentWords } from "./moment-words.ts";
import type { Scene } from "./scene.ts";

/** One thing that is said, how often it happened, and how much it matters. */
export interface Part {
  readonly text: string;
  readonly count: number;
  readonly row: number;
  readonly colour: Colour;
  readonly rank: number;
}

/** What is asked for by messages, and by calls that follow from them at once. */
const orders: ReadonlySet<string> = new Set(["cancel", "stop"]);
const calls: ReadonlySet<number> = new Set([Code.cancelRequested, Code.signalSet]);

/** The words of the moments `rows` of a lane. `isProcess`: on its lane messages and what they bring about meet. */
export function partsOf(scene: Scene, rows: readonly number[], isProcess: boolean): readonly Part[] {
  const { table } = scene;
  const parts = new Map<string, Part>();
  const topics = new Map<string, string>();
  const ordered = isProcess && rows.some((row) => isMessage(table.kind(row)) && orders.has(messageTopic(table, row)));
  for (const row of rows) {
    const kind = table.kind(row);
    if (ordered && calls.has(kind)) continue;
    const text = momentWords(scene, row);
    if (isMessage(kind)) {
      const topic = messageTopic(table, row);
      const said = topics.get(topic);
      // A button is the cause of what is told: it is said, and on a lane that is told, what it is told.
      if (said !== undefined && !outdoes(scene, row, parts.get(said)?.row ?? -1)) continue;
      if (said !== undefined) parts.delete(said);
      topics.set(topic, text);
    }
    const colour = isMessage(kind) && orders.has(messageTopic(table, row)) ? "cancel" : momentColour(kind, "muted");
    const count = isMessage(kind) ? 1 : (parts.get(text)?.count ?? 0) + 1;
    parts.set(text, { text, count, row: parts.get(text)?.row ?? row, colour, rank: momentRank(kind) });
  }
  return [...parts.values()];
}

/** Of two messages of one topic: what a lane receives says more than what it sends. */
function outdoes({ table }: Scene, row: number, before: number): boolean {
  return before >= 0 && table.kind(row) === Code.messageReceived && table.kind(before) === Code.messageSent;
}
