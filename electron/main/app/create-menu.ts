/**
 * The native menu with everything that its items do.
 */
import { shell } from "electron/common";
import type { BrowserWindow } from "electron/main";
import type { PageEvent } from "../../../core/contract/page-api.ts";
import type { Answer, Theme } from "../../../core/contract/page-protocol.ts";
import type { Language } from "../../../core/i18n/index.ts";
import { AppMenu } from "../menu/app-menu.ts";
import type { RecoveryDesk } from "../recovery/recovery-desk.ts";
import type { RunDesk } from "../runs/run-desk.ts";
import { showAbout } from "./about.ts";
import { logPath } from "./log.ts";
import type { Recordings } from "./recordings.ts";

export interface MenuOwner {
  readonly window: BrowserWindow;
  readonly language: Language;
  readonly desk: RunDesk;
  readonly recordings: Recordings;
  readonly recovery: RecoveryDesk;
  readonly theme: () => Theme;
  readonly chooseTheme: (theme: Theme) => void;
  /** Tells the page something. */
  readonly tell: (event: PageEvent) => void;
  /** Says what is wrong with something that the page did not ask for. */
  readonly tellProblem: (answer: Answer) => void;
  /** Opens the file at `path` (absolute). */
  readonly openPath: (path: string) => void;
}

/** The menu, not built yet. */
export function createMenu(owner: MenuOwner): AppMenu {
  const { desk, recordings, tell, tellProblem } = owner;
  return new AppMenu({
    language: owner.language,
    recents: () => recordings.recents.paths,
    recovered: () => owner.recovery.state.offers,
    facts: () => ({ run: desk.state, recording: recordings.desk.state, theme: owner.theme() }),
    actions: {
      command: (command) => tell({ type: "menu.command", payload: { command } }),
      stop: () => desk.stop(),
      open: () => void recordings.files.ask().then(tellProblem),
      openRecent: owner.openPath,
      clearRecents: () => recordings.recents.clear(),
      openRecovered: (number) => tellProblem(owner.recovery.open(number)),
      exportRecording: (format) =>
        void recordings.exports.export(format).then((payload) => tell({ type: "saved", payload })),
      toggleEarlier: () => tellProblem(recordings.desk.toggleEarlier()),
      chooseTheme: owner.chooseTheme,
      showLog: () => shell.showItemInFolder(logPath()),
      showAbout: () => void showAbout(owner.window, owner.language),
    },
  });
}
