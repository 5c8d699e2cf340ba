/**
 * The native menu: built again when the recent files change, its items following how things stand.
 */
import { app, Menu } from "electron/main";
import type { Language } from "../../../core/i18n/index.ts";
import { applyMenuState, type MenuFacts, menuState } from "./menu-state.ts";
import { type MenuActions, menuTemplate } from "./menu-template.ts";

export interface AppMenuOptions {
  readonly language: Language;
  readonly actions: MenuActions;
  /** Absolute paths of the recent files, the newest first. */
  readonly recents: () => readonly string[];
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
    const { language, actions, recents } = this.#options;
    const { platform } = process;
    const template = menuTemplate({ platform, packaged: app.isPackaged, language, actions, recents: recents() });
    this.#menu = Menu.buildFromTemplate(template);
    this.follow();
    Menu.setApplicationMenu(this.#menu);
  }

  /** Enables, disables and ticks the items as things stand now. */
  follow(): void {
    if (this.#menu !== undefined) applyMenuState(this.#menu, menuState(this.#options.facts()));
  }
}
