/**
 * The native menu: built again when the recent files or the recovered recordings change, its items following how things stand.
 */
import { app, Menu } from "electron/main";
import type { OfferedRecording } from "../../../core/contract/recovery-state.ts";
import type { Language } from "../../../core/i18n/index.ts";
import { applyMenuState, type MenuFacts, menuState } from "./menu-state.ts";
import { type MenuActions, menuTemplate } from "./menu-template.ts";

export interface AppMenuOptions {
  readonly language: Language;
  readonly actions: MenuActions;
  /** Absolute paths of the recent files, the newest first. */
  readonly recents: () => readonly string[];
  /** What was recovered and waits for somebody to decide, the newest first. */
  readonly recovered: () => readonly OfferedRecording[];
  readonly facts: () => MenuFacts;
}

export class AppMenu {
  readonly #options: AppMenuOptions;
  #menu: Menu | undefined;

  constructor(options: AppMenuOptions) {
    this.#options = options;
  }

  /** Makes the menu, and sets it as the app's. */
  build(): void {
    const { language, actions, recents, recovered } = this.#options;
    const { platform } = process;
    const lists = { recents: recents(), recovered: recovered() };
    const template = menuTemplate({ platform, packaged: app.isPackaged, language, actions, ...lists });
    this.#menu = Menu.buildFromTemplate(template);
    this.follow();
    Menu.setApplicationMenu(this.#menu);
  }

  /** Enables, disables and ticks the items as things stand now. */
  follow(): void {
    if (this.#menu !== undefined) applyMenuState(this.#menu, menuState(this.#options.facts()));
  }
}
