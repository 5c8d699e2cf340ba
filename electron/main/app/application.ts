/**
 * The app put together: one window, one desk for runs, one door for the page's requests. Everything that is decided is
 * decided in the pieces; here they only meet.
 */
import { shell } from "electron/common";
import { app, type BrowserWindow, dialog, ipcMain } from "electron/main";
import { ipcChannels, type PageEvent } from "../../../core/contract/page-api.ts";
import type { RunState } from "../../../core/contract/run.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import { LiveAlignment } from "../../../core/trace/clock/live-alignment.ts";
import { monotonicMicros as now } from "../../node/monotonic-clock.ts";
import { after } from "../../node/timers.ts";
import { ExportDesk } from "../files/export-desk.ts";
import { writeExport } from "../files/write-export.ts";
import { JournalShelf } from "../journal/journal-shelf.ts";
import { setAppMenu } from "../menu/app-menu.ts";
import type { ExportFormat } from "../menu/menu-template.ts";
import { listenForStop } from "../menu/stop-key.ts";
import { PageConnection } from "../page/page-connection.ts";
import { tellPage } from "../page/page-events.ts";
import { openPagePort } from "../page/page-ports.ts";
import { TimelineFeed } from "../page/timeline-feed.ts";
import { RunDesk } from "../runs/run-desk.ts";
import { openDoor } from "../security/ipc-door.ts";
import { returnToPage } from "../security/navigation.ts";
import type { Refusals } from "../security/refusals.ts";
import { createWindow, loadPage } from "../window/window.ts";
import { aboutThisApp } from "./about.ts";
import { createPool } from "./create-pool.ts";
import { keepPageAlive } from "./keep-page-alive.ts";
import { logError, logPath, logWarning } from "./log.ts";
import { onceATurn } from "./once-a-turn.ts";
import { pageRequestHandlers } from "./page-requests.ts";
import { places } from "./places.ts";

const language: Language = "en";

export interface Application {
  readonly window: BrowserWindow;
  readonly shelf: JournalShelf;
  /** Resolves when the page has said for the first time that it is ready. */
  readonly pageReady: Promise<void>;
  /** Tells the page something. */
  readonly tell: (event: PageEvent) => void;
  /** Calls `listener` at each change of the run's state. */
  readonly onState: (listener: (state: RunState) => void) => void;
  /** Writes the recording in `journal` to `target`, in the format that its ending names. */
  readonly write: (journal: string, target: string) => Promise<void>;
}

/** Opens the window and everything behind it. To be called once the app is ready and its session is secured. */
export async function openApplication(refusals: Refusals): Promise<Application> {
  const window = createWindow({
    title: translate(language, "app.title"),
    preload: places.preload(),
    packaged: app.isPackaged,
  });
  const { webContents } = window;
  returnToPage(webContents, refusals.note);
  const listeners: ((state: RunState) => void)[] = [];
  const pool = createPool(refusals.note);
  const shelf = new JournalShelf(places.recordings(), aboutThisApp(), logError);
  const feed = new TimelineFeed({
    openCursor: () => shelf.openCursor(),
    later: setImmediate,
    onRefused: refusals.note,
  });
  const connection = new PageConnection({
    openPort: (name, onClosed) => openPagePort(webContents, name, onClosed),
    onTimeline: (wire) => feed.connect(wire),
    onTimelineClosed: (wire) => feed.disconnect(wire),
    pid: () => webContents.getOSProcessId(),
    now,
    onRefused: refusals.note,
  });
  const desk = new RunDesk({
    pool,
    now,
    page: () => connection.coroutines,
    runOptions: () => ({
      recording: { pid: process.pid, journal: shelf.openSink(), feed, createAlignment: () => new LiveAlignment() },
      wallClock: () => new Date().toISOString(),
      now,
      after,
    }),
    onState: onceATurn(() => {
      for (const listener of listeners) listener(desk.state);
    }),
  });
  const write = (journal: string, target: string): Promise<void> =>
    writeExport(places.exportWorker(), { journal, target });
  const exports = new ExportDesk({
    language,
    source: () => shelf.present,
    askWhere: (options) => dialog.showSaveDialog(window, options),
    write,
  });
  const exportFromMenu = async (format: ExportFormat): Promise<void> => {
    tellPage(webContents, { type: "saved", payload: await exports.export(format) });
  };
  const followRun = setAppMenu(language, {
    command: (command) => tellPage(webContents, { type: "menu.command", payload: { command } }),
    stop: () => desk.stop(),
    exportRecording: (format) => void exportFromMenu(format),
    showLog: () => shell.showItemInFolder(logPath()),
  });
  followRun(desk.state);
  const tellState = (): void => {
    followRun(desk.state);
    tellPage(webContents, { type: "run.state", payload: desk.state });
  };
  listeners.push(tellState);
  let becomeReady = (): void => {};
  const pageReady = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });
  const onReady = (): void => {
    tellState();
    becomeReady();
  };
  listenForStop(webContents, process.platform === "darwin", () => desk.stop());
  const door = openDoor(
    pageRequestHandlers({ connection, desk, exports, onReady, logReport: logWarning }),
    refusals.note,
    logError,
  );
  ipcMain.handle(ipcChannels.request, (event, raw: unknown) =>
    door(event.senderFrame, window.isDestroyed() ? null : webContents.mainFrame, raw),
  );
  keepPageAlive(window, (reason) => connection.disconnect(reason));
  app.on("before-quit", () => pool.close());
  pool.warm();
  await loadPage(window);
  return {
    window,
    shelf,
    pageReady,
    tell: (event) => tellPage(webContents, event),
    onState: (listener) => void listeners.push(listener),
    write,
  };
}
