/**
 * Tells the page something. A page that is gone or not there yet is told nothing: it asks by `page.ready`.
 */
import type { WebContents } from "electron";
import { ipcChannels, type PageEvent } from "../../../core/contract/page-api.ts";

/** Sends `event` to the page in `contents`. */
export function tellPage(contents: WebContents, event: PageEvent): void {
  if (!contents.isDestroyed()) contents.send(ipcChannels.event, event);
}
