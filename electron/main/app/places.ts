/**
 * Where the app's own files are, in a checkout and in a package alike: below the app's path, as the build lays them
 * out. All absolute.
 */
import { join } from "node:path";
import { app } from "electron/main";

const built = (...path: string[]): string => join(app.getAppPath(), "out", "app", ...path);

export const places = {
  preload: () => built("preload", "preload.cjs"),
  icon: () => join(app.getAppPath(), "assets", "linux", "app", "256x256.png"),
  page: () => built("renderer"),
  threadHost: () => built("utility", "thread-host.cjs"),
  exportWorker: () => built("main", "export-worker.cjs"),
  recoverWorker: () => built("main", "recover-worker.cjs"),
  openWorker: () => built("main", "open-worker.cjs"),
  /** What the demo leaves behind: in the checkout, or where a packaged app was started, which can't write into itself. */
  demo: () => join(app.isPackaged ? process.cwd() : app.getAppPath(), "out", "demo"),
  /** Journals: one a run. */
  recordings: () => join(app.getPath("userData"), "recordings"),
  /** Journals made of opened files. */
  openedFiles: () => join(app.getPath("userData"), "opened"),
  /** Notes of saves that have not come to their end. */
  saves: () => join(app.getPath("userData"), "saves"),
  /** Where its small files are. */
  own: () => app.getPath("userData"),
  settings: () => join(app.getPath("userData"), "settings.json"),
  recentFiles: () => join(app.getPath("userData"), "recent-files.json"),
};
