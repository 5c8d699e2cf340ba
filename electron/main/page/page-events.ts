/**
 * Tells the page something. A page that is gone or not there yet is told nothing: it asks by `page.ready`.
 */
import type { WebContents } from "electron";
import { ipcChannels, type PageEvent } from "../../../core/contract/page-api.ts";
import { shownTexts } from "../../../core/text/shown-text.ts";

/** Sends `event` to the page in `contents`, its texts such as may be shown: file names are among them. */
export function tellPage(contents: WebContents, event: PageEvent): void {
  if (!contents.isDestroyed()) contents.send(ipcChannels.event, shownTexts(event));
}
