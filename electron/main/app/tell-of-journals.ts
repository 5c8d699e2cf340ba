/**
 * What a person is told of journals that lie on the disk otherwise than they were written.
 */
import type { Answer } from "../../../core/contract/page-protocol.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { JournalShelfOptions } from "../journal/journal-shelf.ts";
import { logError, logWarning } from "./log.ts";

type JournalListener = Pick<JournalShelfOptions, "onProblem" | "onLoss" | "onRestored">;

/** `tellProblem`: in the window. */
export function tellOfJournals(language: Language, tellProblem: (answer: Answer) => void): JournalListener {
  const tell = (problem: string): void => tellProblem({ ok: false, problem });
  return {
    onProblem: logError,
    onLoss: ({ events, of, damage: { at, reason } }) => {
      logError(`${events} of ${of} events of a journal are lost: at byte ${at}, ${reason}`);
      tell(translate(language, "problem.journal.damaged", { lost: String(events), of: String(of), reason }));
    },
    onRestored: (path) => {
      logWarning(`${path} was moved or deleted while it was in use, and was put back`);
      tell(translate(language, "problem.journal.restored", { path }));
    },
  };
}
