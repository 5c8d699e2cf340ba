/**
 * What the one window's page may do. Electron's checklist items 2 (no Node integration), 3 (context isolation),
 * 4 (sandbox), 6 (web security stays on), 8 (no insecure content), 9 and 10 (no experimental or Blink features), 12
 * (no webview). Each is written out although most are defaults: a default can change, and a test reads these back.
 */
import type { WebPreferences } from "electron";

/** Preferences of the window; `preload` is the absolute path of the preload script. */
export function webPreferences(preload: string, packaged: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    // What needs no dialog to be refused is not there at all: pickers of files and folders, and the private file system.
    disableBlinkFeatures: "FileSystemAccessLocal,FileSystemAccessOriginPrivate",
    enableDeprecatedPaste: false,
    spellcheck: false,
    devTools: !packaged,
    // A hidden window would tick once a second, and its event loop with it.
    backgroundThrottling: false,
  };
}
