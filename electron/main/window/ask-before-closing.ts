/**
 * Keeps the window from closing while a recording would be lost, and asks. Closing and quitting come the same way: what
 * was begun goes on when the answer is yes.
 */
import { app, type BrowserWindow } from "electron/main";
import type { CloseQuestion } from "./close-question.ts";

/** Asks `question` whenever `window` is about to close. */
export function askBeforeClosing<Source>(window: BrowserWindow, question: CloseQuestion<Source>): void {
  let isQuitting = false;
  app.on("before-quit", () => {
    isQuitting = true;
  });
  window.on("close", (event) => {
    if (question.mayClose) return;
    event.preventDefault();
    const goOn = isQuitting ? () => app.quit() : () => window.close();
    isQuitting = false;
    void question.ask()?.then((yes) => {
      if (yes && !window.isDestroyed()) goOn();
    });
  });
}
