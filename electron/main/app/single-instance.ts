/**
 * One app for one data folder: a second one hands the file that it was started with to the first, and ends.
 */
import { app } from "electron/main";
import { handedFile, toHand } from "./handed-file.ts";

/** Whether this is the first instance. `file`: what it was started with, absolute; the first one gets it otherwise. */
export function isFirstInstance(file: string | undefined): boolean {
  return app.requestSingleInstanceLock(toHand(file));
}

/** Calls `listener` for each instance that was started after this one, with its file if it had one. */
export function onLaterInstance(listener: (file: string | undefined) => void): void {
  app.on("second-instance", (_event, _argv, _folder, handed: unknown) => {
    listener(handedFile(handed));
  });
}
