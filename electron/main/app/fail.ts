/**
 * The end of an app that can't go on: said in the log, on standard error, and to the person.
 */
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
