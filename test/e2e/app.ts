/**
 * The app as the tests on the real Electron have it: launched with a data folder of its own, watched for refused
 * resources and uncaught errors from its first moment, closed and cleaned away afterwards.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, type ElectronApplication, _electron as electron, type Page } from "@playwright/test";
import { keepAnswers } from "./kept-answers.ts";

/** The checkout's folder, which is the app's path. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The environment that an app is launched in: the tests' own, without what is undefined. Where tests run side by side,
 * SPINSCOPE_DISPLAYS names a display for each.
 */
export function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const display = process.env["SPINSCOPE_DISPLAYS"]?.split(" ")[Number(process.env["TEST_PARALLEL_INDEX"] ?? 0)];
  return { ...Object.fromEntries(entries), ...(display ? { DISPLAY: display } : {}) };
}

export interface LaunchedApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** The app's own data folder, absolute. */
  readonly data: string;
  /** What the page's console said, and what it was refused. */
  readonly complaints: readonly string[];
  /** The whole log file as it is now. */
  readonly log: () => string;
  /** Ends the app as a person who saves nothing would, and keeps its data folder. */
  readonly quit: () => Promise<void>;
  /** Ends the app so, and removes its data folder. */
  readonly close: () => Promise<void>;
}

/** Makes every native question answer with its button of this number at once; the first is 0. */
export async function answerQuestions(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    Reflect.set(dialog, "showMessageBox", () => Promise.resolve({ response: button, checkboxChecked: false }));
  }, response);
}

/** The button "Don't save" of the question before something is lost. */
export const dontSave = 1;

/** An empty folder for the app's data. */
export function dataFolder(): string {
  return mkdtempSync(join(tmpdir(), "spinscope-e2e-"));
}

/** How often an app's data is tried to be removed, and the pause between, ms. */
const removals = 100;
const pause = 100;

/** Removes an app's data; what is left of an app that was killed may still be writing there for a moment. */
export function removeData(data: string): void {
  for (let removal = 1; ; removal++) {
    try {
      // Its own retries do not remove what was written since its first look.
      rmSync(data, { recursive: true, force: true });
      return;
    } catch (error) {
      if (removal === removals) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/**
 * What Chromium says at each load of the page's own policy: it takes the page for a frame, which could free itself by way
 * of the page that it is in.
 */
const ofThePolicy = /both allow-scripts and allow-same-origin for its sandbox/;

/** Apps that a test has opened and not closed yet, with their main process: of one that is just ending it can't be asked. */
const open = new Map<ElectronApplication, ChildProcess>();

/** Leaves the app open at the end of the test that runs now: whoever opened it closes it. */
function outlivesTest({ electron: app }: LaunchedApp): void {
  open.delete(app);
}

/**
 * Opens the app with further `args`, its data in the folder `data`, and waits until its page is loaded. `appFolder`: another
 * build of the app than the checkout's; `env`: its whole environment.
 */
export async function launchApp(
  args: readonly string[] = [],
  data = dataFolder(),
  appFolder = projectFolder,
  env = environment(),
): Promise<LaunchedApp> {
  const app = await electron.launch({
    args: [appFolder, `--user-data-dir=${data}`, ...args],
    cwd: projectFolder,
    env,
  });
  keepAnswers(app);
  open.set(app, app.process());
  app.on("close", () => open.delete(app));
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isComplaint = message.type() === "error" || message.type() === "warning";
    if (isComplaint && !ofThePolicy.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  // A window begins empty, and that is loaded, too.
  await page.waitForURL("app://spinscope/index.html", { waitUntil: "load" });
  const quit = async (): Promise<void> => {
    // It may have ended already, by itself or by the test.
    await answerQuestions(app, dontSave).catch(() => {});
    await app.close();
  };
  const logFile = join(data, "logs", "main.log");
  return {
    electron: app,
    page,
    data,
    complaints,
    log: () => (existsSync(logFile) ? readFileSync(logFile, "utf8") : ""),
    quit,
    close: async () => {
      await quit();
      removeData(data);
    },
  };
}

interface AppFixtures {
  /** What the app is started with: `test.use({ launchArguments: [...] })`. */
  readonly launchArguments: readonly string[];
  readonly app: LaunchedApp;
  /** Ends what a failed test left open: a test runner waits for its children, and would fail a second time. */
  readonly leavesNoneOpen: undefined;
}

interface WorkerFixtures {
  /** The app of the tests that share one (same-app.ts). Every test knows of it, or the runner would begin it anew between them. */
  readonly sameApp: LaunchedApp;
}

/** Tests with one app a test, closed at its end. */
export const test = base.extend<AppFixtures, WorkerFixtures>({
  launchArguments: [[], { option: true }],
  sameApp: [
    async ({ playwright: _ }, use) => {
      const app = await launchApp();
      outlivesTest(app);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  app: async ({ launchArguments }, use) => {
    const app = await launchApp(launchArguments);
    await use(app);
    await app.close();
  },
  leavesNoneOpen: [
    async ({ launchArguments: _ }, use) => {
      await use(undefined);
      for (const main of open.values()) main.kill("SIGKILL");
      open.clear();
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
