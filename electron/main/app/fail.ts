/**
 * The end of an app that can't go on, or not even begin: said in the log, on standard error, and to the person.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app, dialog } from "electron/main";
import { translate } from "../../../core/i18n/index.ts";
import { logError, logPath } from "./log.ts";

/** What ends the app at once, with exit code 1. `silently`: nobody is there to answer a dialog. */
export function failWith(silently: boolean): (error: unknown) => void {
  return (error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logError(text);
    process.stderr.write(`Spinscope could not go on: ${text}\n`);
    if (!silently && app.isReady()) {
      const reason = error instanceof Error ? error.message : String(error);
      const detail = translate("en", "problem.fatal", { reason, log: logPath() });
      dialog.showErrorBox(translate("en", "dialog.fatal.title"), detail);
    }
    app.exit(1);
  };
}

/**
 * Ends an app that can't begin, with exit code 1. `silently`: nobody is there to answer a dialog. Its data folder may be why:
 * while the dialog is open, Chromium has one for the moment.
 */
export async function endBeforeStart(sentence: string, silently: boolean): Promise<void> {
  process.stderr.write(`${sentence}\n`);
  if (silently) {
    app.exit(1);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "spinscope-"));
  app.setPath("userData", folder);
  app.setPath("sessionData", folder);
  await app.whenReady();
  dialog.showErrorBox(translate("en", "dialog.not-started.title"), sentence);
  app.on("quit", () => rmSync(folder, { recursive: true, force: true }));
  app.exit(1);
}
