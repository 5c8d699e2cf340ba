/**
 * The app put together: one window, one desk for runs, one for recordings, one door for the page's requests. Everything
 * that is decided is decided in the pieces; here they only meet.
 */
import { once } from "node:events";
import { app, type BrowserWindow, dialog, ipcMain, nativeTheme } from "electron/main";
import { ipcChannels, type PageEvent } from "../../../core/contract/page-api.ts";
import type { Answer, Theme } from "../../../core/contract/page-protocol.ts";
import type { RunState } from "../../../core/contract/run.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import { LiveAlignment } from "../../../core/trace/clock/live-alignment.ts";
import { monotonicMicros as now } from "../../node/monotonic-clock.ts";
import { ownIdentity } from "../../node/process-identity.ts";
import { after } from "../../node/timers.ts";
import type { ExportFrom } from "../files/export-from.ts";
import { JournalShelf } from "../journal/journal-shelf.ts";
import type { AppMenu } from "../menu/app-menu.ts";
import { listenForStop } from "../menu/stop-key.ts";
import { PageConnection } from "../page/page-connection.ts";
import { tellPage } from "../page/page-events.ts";
import { openPagePort } from "../page/page-ports.ts";
import { RunDesk } from "../runs/run-desk.ts";
import { refuseFileChoosers } from "../security/file-choosers.ts";
import { openDoor } from "../security/ipc-door.ts";
import { returnToPage } from "../security/navigation.ts";
import type { Refusals } from "../security/refusals.ts";
import { openSettings } from "../settings/settings.ts";
import { ThemeDesk } from "../settings/theme-desk.ts";
import { Notices } from "../supervision/notices.ts";
import { askToLoadAgain } from "../window/dead-page-dialog.ts";
import { nameDocument } from "../window/document-title.ts";
import { loadPage } from "../window/load-page.ts";
import { rememberPlace } from "../window/remember-place.ts";
import { createWindow } from "../window/window.ts";
import { aboutThisApp } from "./about.ts";
import { createMenu } from "./create-menu.ts";
import { createPool } from "./create-pool.ts";
import { guardClosing } from "./guard-closing.ts";
import { keepGraphicsAlive } from "./keep-graphics-alive.ts";
import { keepPageAlive } from "./keep-page-alive.ts";
import { logError, logPath, logWarning } from "./log.ts";
import { onceATurn } from "./once-a-turn.ts";
import { pageRequestHandlers } from "./page-requests.ts";
import { places } from "./places.ts";
import { createRecordings } from "./recordings.ts";
import { createRecovery } from "./recovery.ts";
import { tellOfJournals } from "./tell-of-journals.ts";

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
  /** Writes a recording to `target`, in the format that its ending names. */
  readonly write: (from: ExportFrom, target: string) => Promise<JournalLoss | undefined>;
  /** Opens the file at `path` (absolute); the window says why it can't be. */
  readonly open: (path: string) => Promise<void>;
}

/**
 * Opens the window and everything behind it. To be called once the app is ready and its session is secured. `recovers`:
 * whether to look for recordings of an app that died.
 */
export async function openApplication(refusals: Refusals, recovers: boolean): Promise<Application> {
  const settings = openSettings(places.settings(), logWarning);
  const themes = new ThemeDesk(settings, (theme) => {
    nativeTheme.themeSource = theme;
  });
  const window = createWindow({
    title: translate(language, "app.title"),
    preload: places.preload(),
    packaged: app.isPackaged,
    icon: places.icon(),
  });
  rememberPlace(window, settings);
  const shown = once(window, "show");
  // Its answers come in later turns: everything that it meets is put together in this one.
  const loading = loadPage(window);
  const { webContents } = window;
  const tell = (event: PageEvent): void => tellPage(webContents, event);
  /** Says what is wrong with something that the page did not ask for. */
  const tellProblem = (answer: Answer): void => {
    if (!answer.ok) tell({ type: "problem", payload: { sentence: answer.problem } });
  };
  returnToPage(webContents, refusals.note);
  refuseFileChoosers(webContents, refusals.note, logWarning);
  const listeners: ((state: RunState) => void)[] = [];
  const tellNotices = (): void => tell({ type: "notices", payload: { sentences: notices.all } });
  const notices = new Notices(tellNotices);
  keepGraphicsAlive(language, notices);
  const pool = createPool(language, notices, refusals.note);
  let self = ownIdentity();
  const shelf = new JournalShelf({
    folder: places.recordings(),
    about: aboutThisApp(),
    owner: () => self,
    ...tellOfJournals(language, tellProblem),
  });
  const isBusy = (): boolean => desk.state.phase !== "idle" && desk.state.phase !== "ended";
  const tellRecording = onceATurn(() => {
    menu.follow();
    nameDocument(window, recordings.desk.state, language);
    tell({ type: "recording.state", payload: recordings.desk.state });
  });
  const recordings = createRecordings({
    language,
    shelf,
    self: () => self,
    isBusy,
    askWhich: (options) => dialog.showOpenDialog(window, options),
    askWhere: (options) => dialog.showSaveDialog(window, options),
    systemRecents: { add: (path) => app.addRecentDocument(path), clear: () => app.clearRecentDocuments() },
    onRefused: refusals.note,
    onChange: tellRecording,
    onRecents: () => menu.build(),
  });
  const recovery = createRecovery({
    language,
    shelf,
    recordings,
    self: () => self,
    isBusy,
    onSelf: (known) => {
      self = known;
    },
    onChange: () => {
      menu.build();
      tellRecovery();
    },
    tellProblem,
  });
  const tellRecovery = (): void => tell({ type: "recovery.state", payload: recovery.state });
  const connection = new PageConnection({
    openPort: (name, onClosed) => openPagePort(webContents, name, onClosed),
    onTimeline: (wire) => recordings.feed.connect(wire),
    onTimelineClosed: (wire) => recordings.feed.disconnect(wire),
    pid: () => webContents.getOSProcessId(),
    now,
    onRefused: refusals.note,
  });
  const desk: RunDesk = new RunDesk({
    pool,
    now,
    page: () => connection.coroutines,
    runOptions: () => ({
      recording: {
        pid: process.pid,
        journal: shelf.openSink(recordings.desk.journals),
        feed: recordings.desk,
        createAlignment: () => new LiveAlignment(),
      },
      wallClock: () => new Date().toISOString(),
      now,
      after,
    }),
    onState: onceATurn(() => {
      for (const listener of listeners) listener(desk.state);
    }),
  });
  const chooseTheme = (theme: Theme): void => {
    themes.choose(theme);
    menu.follow();
    tell({ type: "theme", payload: { theme } });
  };
  const openPath = async (path: string): Promise<void> => tellProblem(await recordings.files.open(path));
  const menu: AppMenu = createMenu({
    window,
    language,
    desk,
    recordings,
    recovery,
    theme: () => themes.theme,
    chooseTheme,
    tell,
    tellProblem,
    openPath: (path) => void openPath(path),
  });
  menu.build();
  const tellState = (): void => {
    recordings.desk.follow(desk.state);
    menu.follow();
    tell({ type: "run.state", payload: desk.state });
  };
  listeners.push(tellState);
  let becomeReady = (): void => {};
  const pageReady = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });
  const onReady = (): void => {
    tell({ type: "theme", payload: { theme: themes.theme } });
    tellRecording();
    tellState();
    tellNotices();
    tellRecovery();
    becomeReady();
    if (recovers) recovery.begin();
  };
  // What a first run needs is booted when a person can press Run, and takes no processor from the page before.
  void Promise.all([pageReady, shown]).then(() => pool.warm());
  listenForStop(webContents, process.platform === "darwin", () => desk.stop());
  const door = openDoor(
    pageRequestHandlers({ connection, desk, recordings, recovery, onReady, chooseTheme, logReport: logWarning }),
    refusals.note,
    logError,
  );
  ipcMain.handle(ipcChannels.request, (event, raw: unknown) =>
    door(event.senderFrame, window.isDestroyed() ? null : webContents.mainFrame, raw),
  );
  keepPageAlive({
    window,
    onDeath: (reason) => connection.disconnect(reason),
    askToGoOn: (deaths) => askToLoadAgain({ window, language, deaths, log: logPath() }),
  });
  guardClosing({ window, language, recordings, tellProblem });
  // Not before the last window is closed: a person may still say that nothing is to close.
  app.on("will-quit", () => pool.close());
  await loading;
  return {
    window,
    shelf,
    pageReady,
    tell,
    onState: (listener) => void listeners.push(listener),
    write: recordings.write,
    open: openPath,
  };
}
