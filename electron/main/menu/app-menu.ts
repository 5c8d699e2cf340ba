/**
 * The native menu, built once; its items follow the run.
 */
import { app, Menu } from "electron/main";
import type { RunState } from "../../../core/contract/run.ts";
import type { Language } from "../../../core/i18n/index.ts";
import { applyMenuState, menuState } from "./menu-state.ts";
import { type MenuActions, menuTemplate } from "./menu-template.ts";

/** Sets the app's menu. Returns what makes its items follow a run. */
export function setAppMenu(language: Language, actions: MenuActions): (run: RunState) => void {
  const menu = Menu.buildFromTemplate(
    menuTemplate({ platform: process.platform, packaged: app.isPackaged, language, actions }),
  );
  Menu.setApplicationMenu(menu);
  return (run) => applyMenuState(menu, menuState(run));
}
