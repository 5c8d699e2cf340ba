/**
 * The question about a page whose process died again and again: native, since there is no page to show it.
 */
import { type BrowserWindow, dialog } from "electron/main";
import { type Language, translate } from "../../../core/i18n/index.ts";

export interface DeadPage {
  readonly window: BrowserWindow;
  readonly language: Language;
  /** How often it has died. */
  readonly deaths: number;
  /** Absolute path of the log file. */
  readonly log: string;
}

/** Whether the page is to be loaded once more. */
export async function askToLoadAgain({ window, language, deaths, log }: DeadPage): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: translate(language, "dialog.dead-page.title", { deaths }),
    detail: translate(language, "dialog.dead-page.detail", { log }),
    buttons: [translate(language, "dialog.dead-page.again"), translate(language, "dialog.dead-page.quit")],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
