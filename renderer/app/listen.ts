/** What main tells the page, put where it belongs: the run's state, the menu's commands, the result of a save. */
import type { PageApi } from "../../core/contract/page-api.ts";
import { type Commands, showAnswer } from "./commands.ts";
import type { PageState } from "./state.ts";

/** What the menu asks of the timeline's picture. */
export interface TimelineCommands {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  toggleFollow(): void;
}

/** Follows main's events from now on. */
export function listenToMain(api: PageApi, state: PageState, commands: Commands, timeline: TimelineCommands): void {
  const menu = {
    run: commands.run,
    cancel: commands.cancel,
    "zoom-in": () => timeline.zoomIn(),
    "zoom-out": () => timeline.zoomOut(),
    fit: () => timeline.fit(),
    follow: () => timeline.toggleFollow(),
  };
  api.onEvent((event) => {
    switch (event.type) {
      case "run.state": {
        const known = state.run.value.problem;
        state.run.value = event.payload;
        const { problem } = event.payload;
        if (problem !== undefined && problem !== known) state.note.value = { tone: "problem", sentence: problem };
        break;
      }
      case "menu.command":
        menu[event.payload.command]();
        break;
      case "saved":
        showAnswer(state, event.payload);
        break;
    }
  });
}
