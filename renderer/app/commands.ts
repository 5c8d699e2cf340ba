/**
 * What a person can make happen, as functions: buttons, keys and menu items call the same ones. Each asks main and
 * shows its answer where it is more than "done"; nothing here changes the state of a run, which only main tells.
 */
import type { PageApi, RequestType } from "../../core/contract/page-api.ts";
import type { Answer, exportFormats } from "../../core/contract/page-protocol.ts";
import type { EventRef } from "../../core/trace/ids.ts";
import { isKnown } from "../lessons/unknown-lesson.ts";
import { text } from "./language.ts";
import { modesOf } from "./mode-choice.ts";
import type { PageState } from "./state.ts";

export type ExportFormat = (typeof exportFormats)[number];

/** Show it, save it, or leave it for later. */
export type RecoveryChoice = "open" | "save" | "later";

export interface Commands {
  readonly run: () => void;
  readonly cancel: () => void;
  readonly stop: () => void;
  /** Shows the recording a step back, or the latest one again. */
  readonly earlier: () => void;
  /** Asks which file to open. */
  readonly open: () => void;
  readonly cancelOpening: () => void;
  /** Opens a file that was dropped on the window. */
  readonly drop: (file: File) => void;
  /** What to do with the recovered recording of that number. */
  readonly recovered: (choice: RecoveryChoice, number: number) => void;
  readonly export: (format: ExportFormat) => void;
}

/** Names the `message.sent` event of a request that is recorded; undefined when no recording takes it. */
export type RecordSent = (type: RequestType, payload: unknown) => EventRef | undefined;

/** The commands over main's API. */
export function createCommands(state: PageState, api: PageApi, recordSent: RecordSent): Commands {
  const show = (answer: Answer): void => showAnswer(state, answer);
  return {
    run: () => {
      if (!state.may.value.run || !isKnown(state.lesson.value)) return;
      state.note.value = undefined;
      const lesson = state.lesson.value;
      const modes = [...modesOf(lesson, state.choice.value)];
      const parameters = { ...state.parameters.value, gil: state.gil.value ? "on" : "off" };
      const calls = lesson.calls === true ? { calls: true } : {};
      void api.request("run.start", { lesson: lesson.id, modes, parameters, ...calls }).then(show);
    },
    cancel: () => {
      if (!state.may.value.cancel) return;
      void api.request("run.cancel", {}, recordSent("run.cancel", {})).then(show);
    },
    stop: () => {
      if (!state.may.value.stop) return;
      void api.request("run.stop", {}, recordSent("run.stop", {})).then(show);
    },
    earlier: () => {
      if (state.may.value.earlier) void api.request("recording.toggle-earlier", {}).then(show);
    },
    open: () => {
      if (state.may.value.open) void api.request("file.open", {}).then(show);
    },
    cancelOpening: () => {
      void api.request("file.cancel", {}).then(show);
    },
    drop: (file) => {
      if (state.may.value.open) void api.openDropped(file).then(show);
      else state.note.value = { tone: "problem", sentence: text("drop.not-now"), until: "run-over" };
    },
    recovered: (choice, number) => {
      if (choice === "open" && !state.may.value.open) return;
      void api.request(`recovery.${choice}`, { number }).then(show);
    },
    export: (format) => {
      if (!state.may.value.export) return;
      void api.request("recording.export", { format }).then(show);
    },
  };
}

/** Shows what main answered: where a file went, or what is wrong and what to do. */
export function showAnswer(state: PageState, answer: Answer): void {
  if (!answer.ok) state.note.value = { tone: "problem", sentence: answer.problem };
  else if (answer.path !== undefined) {
    state.note.value = { tone: "done", sentence: text("note.saved", { path: answer.path }) };
  }
}
