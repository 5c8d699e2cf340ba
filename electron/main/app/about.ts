/**
 * The program and the machine: as the header of each recording has them, and as a person is shown them.
 */
import { cpus } from "node:os";
import { app, type BrowserWindow, clipboard, dialog } from "electron/main";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { JournalStart } from "../../../core/journal/journal-entry.ts";

export function aboutThisApp(): Pick<JournalStart, "app" | "host"> {
  const { electron = "", node, chrome = "" } = process.versions;
  return {
    app: `spinscope ${app.getVersion()}`,
    host: { electron, node, chrome, platform: process.platform, cpus: cpus().length },
  };
}

/** Each version that matters for a report, a line each. */
export function versionLines(): readonly string[] {
  const { electron = "", node, chrome = "", v8 } = process.versions;
  return [
    `Spinscope ${app.getVersion()}`,
    `Electron ${electron}`,
    `Chrome ${chrome}`,
    `Node.js ${node}`,
    `V8 ${v8}`,
    `${process.platform} ${process.arch}`,
  ];
}

/** What a Mac's own panel says, which its app menu opens. */
export function prepareAboutPanel(): void {
  const [, ...others] = versionLines();
  app.setAboutPanelOptions({ applicationVersion: app.getVersion(), version: "", credits: others.join("\n") });
}

/** Shows the versions, and copies them when the person asks for that. */
export async function showAbout(window: BrowserWindow, language: Language): Promise<void> {
  const [, ...others] = versionLines();
  const { response } = await dialog.showMessageBox(window, {
    type: "info",
    title: translate(language, "menu.help.about"),
    message: translate(language, "dialog.about.message", { version: app.getVersion() }),
    detail: others.join("\n"),
    buttons: [translate(language, "dialog.about.ok"), translate(language, "dialog.about.copy")],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) clipboard.writeText(versionLines().join("\n"));
}
