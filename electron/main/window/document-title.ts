/**
 * What the window says of what it shows, in its title: the file's name, and on a Mac whether something is unsaved.
 */
import type { BrowserWindow } from "electron/main";
import type { RecordingState } from "../../../core/contract/recording-state.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";

/** The title of a window that shows this. */
export function documentTitle({ shown }: Pick<RecordingState, "shown">, language: Language): string {
  const name = shown?.file?.name;
  return name === undefined ? translate(language, "app.title") : translate(language, "window.title.file", { name });
}

/** Makes `window` say what it shows. */
export function nameDocument(window: BrowserWindow, state: RecordingState, language: Language): void {
  if (window.isDestroyed()) return;
  window.setTitle(documentTitle(state, language));
  // Only a Mac shows it; elsewhere it does nothing.
  window.setDocumentEdited(state.shown?.saved === false);
}
