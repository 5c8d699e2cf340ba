/**
 * The question before something is lost, as the platform asks it.
 */
import { type BrowserWindow, dialog } from "electron/main";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { CloseChoice } from "./close-question.ts";

const choices: readonly CloseChoice[] = ["save", "discard", "cancel"];

/** Asks what to do with the recordings of these names. */
export async function askWhatToSave(
  window: BrowserWindow,
  language: Language,
  names: readonly string[],
): Promise<CloseChoice> {
  const [name = ""] = names;
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    title: translate(language, "app.title"),
    message:
      names.length === 1
        ? translate(language, "dialog.close.one", { name })
        : translate(language, "dialog.close.several", { count: names.length }),
    detail: translate(language, "dialog.close.detail", { names: names.join(", ") }),
    buttons: choices.map((choice) => translate(language, `dialog.close.${choice}`)),
    defaultId: choices.indexOf("save"),
    cancelId: choices.indexOf("cancel"),
    noLink: true,
  });
  return choices[response] ?? "cancel";
}
