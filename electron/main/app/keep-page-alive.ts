/**
 * A page whose process died is loaded again; what it had not sent is lost and said so, the recording is main's.
 */
import { app, type BrowserWindow } from "electron/main";
import { PageRevival } from "../page/page-revival.ts";
import { loadPage } from "../window/load-page.ts";
import { logError } from "./log.ts";

/** `onDeath` is told first, with a sentence. A page that dies again and again ends the app with exit code 1. */
export function keepPageAlive(window: BrowserWindow, onDeath: (reason: string) => void): void {
  const revival = new PageRevival();
  window.webContents.on("render-process-gone", (_event, details) => {
    if (details.reason === "clean-exit") return;
    logError(`the page's process died: ${details.reason}, code ${details.exitCode}`);
    onDeath(`The page's process died (${details.reason}, code ${details.exitCode}).`);
    if (revival.mayLoadAgain(performance.now())) void loadPage(window);
    else app.exit(1);
  });
}
