/** What main tells the page, put where it belongs: the run's state, what is wrong, the menu's commands, the result of a save. */

import type { Signal } from "@preact/signals";
import { openEnvelope } from "../../core/contract/envelope.ts";
import type { PageApi } from "../../core/contract/page-api.ts";
import { pageEvents, type Theme } from "../../core/contract/page-protocol.ts";
import { showRecording } from "../lessons/choose-lesson.ts";
import { type Commands, showAnswer } from "./commands.ts";
import { forgetNotes } from "./note.ts";
import { isOn } from "./permitted.ts";
import type { PageState } from "./state.ts";

/** What the menu asks of the timeline's picture. */
export interface TimelineCommands {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  toggleFollow(): void;
}

export interface Listening {
  readonly api: PageApi;
  readonly state: PageState;
  readonly commands: Commands;
  readonly timeline: TimelineCommands;
  readonly theme: Signal<Theme>;
}

/** Follows main's events from now on. */
export function listenToMain({ api, state, commands, timeline, theme }: Listening): void {
  forgetNotes(state);
  const menu = {
    run: commands.run,
    cancel: commands.cancel,
    "zoom-in": () => timeline.zoomIn(),
    "zoom-out": () => timeline.zoomOut(),
    fit: () => timeline.fit(),
    follow: () => timeline.toggleFollow(),
  };
  api.onEvent((event) => {
    const opened = openEnvelope(pageEvents, event);
    if (!opened.ok) {
      void api.request("page.report", { kind: "error", text: `an event from main: ${opened.reason}` });
      return;
    }
    switch (event.type) {
      case "run.state": {
        const known = state.run.value.problem;
        state.run.value = event.payload;
        const { problem } = event.payload;
        if (problem !== undefined && problem !== known) state.note.value = { tone: "problem", sentence: problem };
        break;
      }
      case "recording.state": {
        const { shown } = event.payload;
        const known = state.recording.value.shown?.number;
        state.recording.value = event.payload;
        if (shown === null || shown.number === known) break;
        if (!isOn(state.run.value)) showRecording(state, shown);
        if (shown.file?.cut !== undefined) state.note.value = { tone: "problem", sentence: shown.file.cut };
        break;
      }
      case "recovery.state":
        state.recovery.value = event.payload;
        break;
      case "theme":
        theme.value = event.payload.theme;
        break;
      case "problem":
        state.note.value = { tone: "problem", sentence: event.payload.sentence };
        break;
      case "notices":
        state.notices.value = event.payload.sentences;
        break;
      case "menu.command":
        menu[event.payload.command]();
        break;
      case "saved":
        showAnswer(state, event.payload);
        break;
    }
  });
}
