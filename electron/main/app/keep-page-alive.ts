/**
 * A page whose process died is loaded again; what it had not sent is lost and said so, the recording is main's. One that
 * dies as fast as it loads is not loaded for ever: the person is asked.
 */
import { app, type BrowserWindow } from "electron/main";
import type { RestartPolicy } from "../supervision/restart-policy.ts";
import { loadPage } from "../window/load-page.ts";
import { logError } from "./log.ts";

export interface PageKeeping {
  readonly window: BrowserWindow;
  readonly restarts: RestartPolicy;
  readonly after: (ms: number, action: () => void) => () => void;
  /** Told first of each death, with a sentence. */
  readonly onDeath: (reason: string) => void;
  /** Whether to load the page once more, after so many deaths; the app ends with exit code 1 when not. */
  readonly askToGoOn: (deaths: number) => Promise<boolean>;
}

/** Loads the page again, from now on, whenever its process dies. */
export function keepPageAlive({ window, restarts, after, onDeath, askToGoOn }: PageKeeping): void {
  const load = (): void => {
    // A load that a further death cuts short is told by that death.
    if (!window.isDestroyed()) loadPage(window).catch((error) => logError(`the page was not loaded: ${String(error)}`));
  };
  const giveUp = async (): Promise<void> => {
    if (!(await askToGoOn(restarts.deaths))) {
      app.exit(1);
      return;
    }
    restarts.forget();
    load();
  };
  window.webContents.on("render-process-gone", (_event, details) => {
    if (details.reason === "clean-exit") return;
    logError(`the page's process died: ${details.reason}, code ${details.exitCode}`);
    onDeath(`The page's process died (${details.reason}, code ${details.exitCode}).`);
    const delay = restarts.died();
    if (delay === undefined) void giveUp();
    else if (delay === 0) load();
    else after(delay, load);
  });
}
