/**
 * What each program of a recording wrote to its console, as a terminal would show it at the end.
 */
import type { Mode } from "../../../core/contract/run.ts";
import { ConsoleFold } from "../../../core/trace/folds/consoles.ts";
import { TraceTable } from "../../../core/trace/table.ts";
import type { JournalCursor } from "../page/timeline-feed.ts";

/** The texts by mode, read from the journal to its present end. */
export function consoleTexts(cursor: JournalCursor, modes: readonly Mode[]): ReadonlyMap<Mode, string> {
  const table = new TraceTable();
  const fold = new ConsoleFold();
  for (let batches = cursor.read(); batches.length > 0; batches = cursor.read()) {
    for (const batch of batches) {
      for (let row = table.append(batch); row < table.length; row++) fold.row(table, row);
    }
  }
  return new Map(modes.map((mode) => [mode, fold.of(mode).text]));
}
