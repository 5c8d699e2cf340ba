/**
 * Runs begun by the window's own door, with any parameters, and asked of main when the page can't be: it may be dead.
 */
import { join } from "node:path";
import { expect, type LaunchedApp } from "../../e2e/app.ts";
import { answerSaveDialog } from "../../e2e/exported.ts";
import { clickMenu } from "../../e2e/opened.ts";

export interface Beginning {
  readonly modes: readonly ("threads" | "coroutines")[];
  /** Of the first lesson; the others are as usual. */
  readonly parameters?: Readonly<Record<string, number | string>>;
}

/** Many threads that write as fast as the lesson lets them. */
export const load = { frame: 0.01, spinners: 8, job: 20 } as const;

/** Whether an item of the native menu is enabled: that is how main says how a run stands. */
export function menuEnables({ electron }: LaunchedApp, id: string): Promise<boolean> {
  return electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled === true, id);
}

/** Asks for a run of the first lesson, which main agrees to. */
export async function askForRun(app: LaunchedApp, { modes, parameters }: Beginning): Promise<void> {
  const usual = { message: "thinking!", frame: 0.1, job: 3, spinners: 1 };
  const request = { lesson: "one-job-two-ways", modes, parameters: { ...usual, ...parameters } };
  const answer = await inPage(app, `window.spinscope.request("run.start", ${JSON.stringify(request)})`);
  expect(answer).toEqual({ ok: true });
}

/** Begins a run of the first lesson, and waits until it runs: one that goes on for a while. */
export async function begin(app: LaunchedApp, beginning: Beginning): Promise<void> {
  await askForRun(app, beginning);
  await expect.poll(() => menuEnables(app, "stop"), { intervals: [20], timeout: 30_000 }).toBe(true);
}

/** Waits until the run is over, as main has it. */
export async function over(app: LaunchedApp): Promise<void> {
  await expect.poll(() => menuEnables(app, "run"), { intervals: [20], timeout: 60_000 }).toBe(true);
}

/** Exports the timeline by the native menu, and gives the file's path once it is there. */
export async function exportByMenu(app: LaunchedApp): Promise<string> {
  const path = join(app.data, `run-${Date.now()}.spinscope`);
  await answerSaveDialog(app, path);
  const written = app.electron.evaluate(
    ({ BrowserWindow }, wanted) =>
      new Promise<void>((resolve) => {
        // The file is renamed into its place when it is whole.
        const fs = process.getBuiltinModule("node:fs");
        const look = setInterval(() => {
          if (!fs.existsSync(wanted) || BrowserWindow.getAllWindows().length === 0) return;
          clearInterval(look);
          resolve();
        }, 10);
      }),
    path,
  );
  await clickMenu(app, "export.spinscope");
  await written;
  return path;
}

/** Evaluates in the page, by way of main: the driver's own page dies with the page's process, and never comes back. */
export function inPage({ electron }: LaunchedApp, code: string): Promise<unknown> {
  return electron.evaluate(({ BrowserWindow }, source) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents?.isCrashed() !== false) return undefined;
    // What is asked of a page that is dead, or dies before it has loaded, is never answered.
    const unanswered = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 2_000));
    return Promise.race([contents.executeJavaScript(source), unanswered]);
  }, code);
}

/** What the window shows; nothing while it has no page. */
export async function shownText(app: LaunchedApp): Promise<string> {
  return String(await inPage(app, "document.body.innerText").catch(() => ""));
}
