/**
 * The program and the machine, as the header of each recording has them.
 */
import { cpus } from "node:os";
import { app } from "electron/main";
import type { JournalStart } from "../../../core/journal/journal-entry.ts";

export function aboutThisApp(): Pick<JournalStart, "app" | "host"> {
  const { electron = "", node, chrome = "" } = process.versions;
  return {
    app: `spinscope ${app.getVersion()}`,
    host: { electron, node, chrome, platform: process.platform, cpus: cpus().length },
  };
}
