/**
 * Loaded before an app's main by the benchmark `startup`: marks the moments of its start, and when its window can be
 * used prints them as one line of JSON and ends the app. The app itself knows nothing of it. Times are ms of the wall
 * clock, with fractions. Usable: the window is shown, the page has painted its contents, and where `--page-ready` names
 * a request of the page, that has come.
 */
import { app, type BrowserWindow, ipcMain } from "electron/main";

const now = (): number => performance.timeOrigin + performance.now();
const marks: Record<string, number> = { runtime: now() };
const mark = (name: string): void => {
  marks[name] ??= now();
};

/** Calls `before` each time that `target`'s method is called. */
function watch(target: object, method: string, before: (args: readonly unknown[]) => void): void {
  const original: unknown = Reflect.get(target, method);
  if (typeof original !== "function") throw new Error(`there is no ${method} to watch`);
  Reflect.set(target, method, (...args: unknown[]): unknown => {
    before(args);
    return Reflect.apply(original, target, args);
  });
}

const readyRequest = app.commandLine.getSwitchValue("page-ready");
const saidReady = new Promise<void>((resolve) => {
  if (readyRequest === "") resolve();
  const handle = ipcMain.handle.bind(ipcMain);
  Reflect.set(ipcMain, "handle", (channel: string, handler: Parameters<typeof handle>[1]) =>
    handle(channel, (event, ...args: unknown[]) => {
      const [request] = args;
      if (typeof request === "object" && request !== null && Reflect.get(request, "type") === readyRequest) {
        mark("said ready");
        resolve();
      }
      return handler(event, ...args);
    }),
  );
});

/** Resolves with the moment at which the page first painted contents. */
async function painted({ webContents }: BrowserWindow): Promise<number> {
  const found: unknown = await webContents.executeJavaScript(`new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const [entry] = list.getEntriesByName("first-contentful-paint");
      if (entry === undefined) return;
      observer.disconnect();
      resolve(performance.timeOrigin + entry.startTime);
    }).observe({ type: "paint", buffered: true });
  })`);
  if (typeof found !== "number") throw new Error("the page does not say when it painted");
  return found;
}

/** The processor time, ms, that each kind of process has used since its start; none where Electron does not tell. */
function processorTimes(): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { type, cpu } of app.getAppMetrics()) {
    if (cpu.cumulativeCPUUsage !== undefined) times[type] = (times[type] ?? 0) + cpu.cumulativeCPUUsage * 1_000;
  }
  return times;
}

async function measure(window: BrowserWindow): Promise<void> {
  mark("window");
  const { webContents } = window;
  const shown = new Promise<void>((resolve) => {
    if (window.isVisible()) resolve();
    else window.once("show", () => resolve());
  }).then(() => mark("shown"));
  webContents.once("did-start-navigation", () => mark("navigation"));
  await new Promise<void>((resolve) => void webContents.once("dom-ready", () => resolve()));
  mark("page");
  const [paint] = await Promise.all([painted(window), shown, saidReady]);
  marks["painted"] = paint;
  marks["usable"] = Math.max(paint, marks["shown"] ?? 0, marks["said ready"] ?? 0);
  process.stdout.write(`${JSON.stringify({ marks, cpu: processorTimes() })}\n`, () => app.exit(0));
}

watch(app, "whenReady", () => mark("main"));
app.once("ready", () => mark("ready"));
app.once("browser-window-created", (_event, window) => {
  measure(window).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
});
