/**
 * What keeps the window from closing while a recording would be lost: the question, and saving what the person says.
 */
import { app, type BrowserWindow } from "electron/main";
import type { Answer } from "../../../core/contract/page-protocol.ts";
import type { Language } from "../../../core/i18n/index.ts";
import type { RecordingSource } from "../recordings/recording-desk.ts";
import { askBeforeClosing } from "../window/ask-before-closing.ts";
import { askWhatToSave } from "../window/close-dialog.ts";
import { CloseQuestion } from "../window/close-question.ts";
import type { Recordings } from "./recordings.ts";

/** Signals by which a system or a terminal ends a program: nobody may be there to answer. */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface GuardOptions {
  readonly window: BrowserWindow;
  readonly language: Language;
  readonly recordings: Recordings;
  /** Told of a save that failed. */
  readonly tellProblem: (answer: Answer) => void;
}

/** Asks from now on before `window` closes. A signal ends the app without asking; the journals stay on disk. */
export function guardClosing({ window, language, recordings, tellProblem }: GuardOptions): void {
  const question = new CloseQuestion<RecordingSource>({
    unsaved: () => recordings.desk.unsaved,
    ask: (unsaved) => {
      const names = unsaved.map(({ name }) => name);
      return askWhatToSave(window, language, names);
    },
    discard: () => recordings.desk.declineUnsaved(),
    save: async (source) => {
      const answer = await recordings.exports.exportSource(source, "spinscope");
      tellProblem(answer);
      return answer.ok && answer.path !== undefined;
    },
  });
  askBeforeClosing(window, question);
  for (const ending of endings) {
    process.on(ending, () => {
      question.askNoMore();
      app.quit();
    });
  }
}
