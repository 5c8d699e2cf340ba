/**
 * A page whose process died is loaded again; what it had not sent is lost and said so, the recording is main's.
 */
import { app, type BrowserWindow } from "electron/main";
import { monotonicMicros } from "../../node/monotonic-clock.ts";
import { after } from "../../node/timers.ts";
import { PageRevival } from "../supervision/page-revival.ts";
import { RestartPolicy } from "../supervision/restart-policy.ts";
import { loadPage } from "../window/load-page.ts";
import { logError } from "./log.ts";

export interface PageKeeping {
  readonly window: BrowserWindow;
  /** Told first of each death, with a sentence. */
  readonly onDeath: (reason: string) => void;
  /** Whether to load the page once more, after so many deaths; the app ends with exit code 1 when not. */
  readonly askToGoOn: (deaths: number) => Promise<boolean>;
}

/** Loads the page again, from now on, whenever its process dies. */
export function keepPageAlive({ window, onDeath, askToGoOn }: PageKeeping): void {
  const revival = new PageRevival({
    restarts: new RestartPolicy(monotonicMicros),
    after,
    load: () => {
      // A load that a further death cuts short is told by that death.
      if (!window.isDestroyed()) loadPage(window).catch((error) => logError(`the page did not load: ${String(error)}`));
    },
    askToGoOn,
    end: () => app.exit(1),
  });
  window.webContents.on("render-process-gone", (_event, details) => {
    if (details.reason === "clean-exit") return;
    logError(`the page's process died: ${details.reason}, code ${details.exitCode}`);
    onDeath(`The page's process died (${details.reason}, code ${details.exitCode}).`);
    void revival.died();
  });
}
