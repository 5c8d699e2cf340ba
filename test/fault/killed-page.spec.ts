/**
 * Fault 8: the page's process killed while a recording streams to it. The window is back within a second with the whole
 * recording, nothing is missing, and a page that dies as fast as it loads is not loaded for ever: the person is asked.
 */

import { wholeNumber } from "../../core/i18n/index.ts";
import { expect, type LaunchedApp, test } from "../e2e/app.ts";
import { clickMenu } from "../e2e/opened.ts";
import { newestJournal } from "../e2e/recovered.ts";
import { alone } from "../support/alone.ts";
import { begin, exportByMenu, inPage, load, over, shownText } from "../support/faults/begin.ts";
import { figure, figureText } from "../support/faults/machine.ts";
import { pageProcess } from "../support/faults/processes.ts";
import { endsOf, latestJournal, ofPage, ofThreads, strike } from "../support/faults/recorded-death.ts";
import { committedAt } from "../support/nothing-lost/committed.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { rounds } from "../support/soak.ts";

/** Loads the page again as a person could; resolves with the ms until the window shows that text. */
async function loadedAgainWith(app: LaunchedApp, text: string): Promise<number> {
  await inPage(app, "window.isOld = true");
  const since = performance.now();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  while ((await inPage(app, "window.isOld")) === true || !(await shownText(app)).includes(text)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - since;
}

/** Whether the recording that is being made has events of such a producer. */
function hasEventsOf(owned: (producer: number) => boolean, { data }: LaunchedApp): boolean {
  return [...committedAt(latestJournal(data)).events].some((name) => owned(Number.parseInt(name, 10)));
}

/** What the threads' console begins with: the first thing that the recording has to show. */
const firstLine = "spinner object: <Thread(Thread-1 (spin), initial)>";

/** Resolves with the ms until the window shows that text, in another process than `before`. */
async function backWith(app: LaunchedApp, before: number, text: string): Promise<number> {
  const since = performance.now();
  while ((await pageProcess(app)) === before || !(await shownText(app)).includes(text)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - since;
}

test.beforeEach(() => test.setTimeout(180_000));

/** Kills the page at a random moment of a run, and expects it back within a second, with nothing missing. */
async function killWhileStreaming(app: LaunchedApp): Promise<void> {
  const [killed, earlier] = [await pageProcess(app), newestJournal(app.data)];
  await begin(app, { modes: ["threads", "coroutines"], parameters: { ...load, spinners: 1 } });
  // On a busy machine the page may take a while to its first events.
  const isStreaming = () => newestJournal(app.data) !== earlier && hasEventsOf(ofPage, app);
  await expect.poll(isStreaming, { intervals: [50], timeout: 30_000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
  const struck = strike(app.data, () => process.kill(killed, "SIGKILL"));
  const back = await figure(() => backWith(app, killed, firstLine));
  test.info().annotations.push({ type: "back after, ms", description: figureText(back) });
  await clickMenu(app, "stop");
  await over(app);
  // Loading a page takes all of a machine: an ordinary load beside it says how much of the second was this machine's.
  const ordinary = await loadedAgainWith(app, firstLine);
  test.info().annotations.push({ type: "an ordinary load after, ms", description: ordinary.toFixed() });
  expect(back.ms).toBeLessThan(Math.max(1_000 * back.slowness, 2 * ordinary));
  const exported = await exportByMenu(app);
  expect(lostAfter({ exported, committed: struck.committed, died: ofPage, folders: [app.data] })).toEqual([]);
  const file = readExported(exported);
  const ends = endsOf(file, ofPage);
  expect(ends.length).toBeGreaterThan(0);
  for (const { how, error } of ends) {
    expect([how, error]).toEqual(["abandoned", expect.stringMatching(/page's process died|page was closed or died/)]);
  }
  expect(endsOf(file, ofThreads).length).toBeGreaterThan(0);
  await expect
    .poll(() => shownText(app), { intervals: [50], timeout: 30_000 })
    .toContain(`events: ${wholeNumber(file.events.length)}`);
  expect(app.log()).not.toMatch(/uncaught|refused/i);
}

for (let pair = 1; pair <= rounds(1, 10); pair++) {
  test(
    `a page killed while threads and coroutines stream is back within a second with the whole recording, and a second time (${pair})`,
    alone,
    async ({ app }) => {
      await killWhileStreaming(app);
      await killWhileStreaming(app);
    },
  );
}

test("a page that dies again and again is loaded later and later, then the person is asked, with the log's path", async ({
  app,
}) => {
  await app.electron.evaluate(({ dialog }) => {
    const asked: unknown[] = [];
    Reflect.set(globalThis, "asked", asked);
    Reflect.set(dialog, "showMessageBox", (_window: unknown, question: unknown) => {
      asked.push(question);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    });
  });
  const asked = () => app.electron.evaluate((): unknown => Reflect.get(globalThis, "asked"));
  for (let death = 1; death <= 6; death++) {
    const killed = await pageProcess(app);
    process.kill(killed, "SIGKILL");
    expect(await asked()).toEqual([]);
    await backWith(app, killed, "spinscope");
  }
  expect(await asked()).toEqual([
    expect.objectContaining({
      message: "The window’s process died 6 times within a minute",
      detail: expect.stringContaining("main.log"),
      buttons: ["Try Again", "Quit"],
    }),
  ]);
  expect(app.log()).not.toMatch(/uncaught|refused/i);
});
