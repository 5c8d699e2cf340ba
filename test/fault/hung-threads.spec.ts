/**
 * Fault 6: a thread host that hangs, because its process is suspended or its thread blocks for ever. The window says so
 * within a second, takes it back when the host answers again, and after Stop the process is gone within 2.5 s.
 */

import { dataFolder, expect, type LaunchedApp, launchApp } from "../e2e/app.ts";
import { clickMenu } from "../e2e/opened.ts";
import { threadHosts } from "../e2e/processes.ts";
import { card } from "../e2e/window.ts";
import { alone } from "../support/alone.ts";
import { begin, exportByMenu, over } from "../support/faults/begin.ts";
import { type Figure, figure, figureText, onIdleMachine } from "../support/faults/machine.ts";
import { gone, threadHost } from "../support/faults/processes.ts";
import { endsOf, ofThreads, orLatePage, strike } from "../support/faults/recorded-death.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { test } from "./one-app.ts";

/** Not a bug of Spinscope's: what any program's fault could do to the host's thread, so that it really blocks. */
const blocksOnCancel: PlantedBug = {
  name: "host-blocks-on-cancel",
  module: "core/thread-host/thread-host.ts",
  right: "cancel: ({ run }) => ofRun(run)?.cancel(),",
  wrong: "cancel: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),",
};

const notice = /\((\d+)\) has not answered since \d\d:\d\d:\d\d\. .*press Stop to end it/;

/** When the notice appears (or goes), by the wall clock, ms. Watched in the page itself, so that no poll is in the figure. */
function whenNotice({ page }: LaunchedApp, isThere: boolean): Promise<number> {
  return page.evaluate(
    ([wanted, text]) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.body.textContent.includes(text) !== wanted) return;
          watcher.disconnect();
          resolve(Date.now());
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    [isThere, "has not answered since"] as const,
  );
}

/** Stops the run, and expects the host to be gone in time, its lanes abandoned, nothing lost, and another host there. */
async function stopInTime(app: LaunchedApp, host: number): Promise<void> {
  const { committed } = strike(app.data, () => {});
  const ended = await figure(async () => {
    const ms = gone(host);
    await clickMenu(app, "stop");
    return ms;
  });
  note("ms from Stop until the process is gone", ended);
  expect(onIdleMachine(ended)).toBeLessThan(2_500);
  await over(app);
  const exported = await exportByMenu(app);
  const died = orLatePage(exported, ofThreads);
  expect(lostAfter({ exported, committed, died, folders: [app.data] })).toEqual([]);
  const ends = endsOf(readExported(exported), ofThreads);
  expect(new Set(ends.map(({ how }) => how))).toEqual(new Set(["abandoned"]));
  await expect
    .poll(async () => (await threadHosts(app)).filter((pid) => pid !== host).length, { timeout: 30_000 })
    .toBe(1);
}

/** Does it, and resolves with the ms until the window says that the host does not answer. */
async function flaggedAfter(app: LaunchedApp, hang: () => void | Promise<void>): Promise<void> {
  const flagged = await figure(async () => {
    const shown = whenNotice(app, true);
    const since = Date.now();
    await hang();
    return (await shown) - since;
  });
  note("ms until the window says so", flagged);
  expect(onIdleMachine(flagged)).toBeLessThan(1_000);
}

function note(what: string, value: Figure): void {
  test.info().annotations.push({ type: what, description: figureText(value) });
}

test.beforeEach(() => test.setTimeout(180_000));

test(
  "a suspended thread host is flagged within a second, unflagged when it goes on, and gone within 2.5 s after Stop",
  alone,
  async ({ app }) => {
    await begin(app, { modes: ["threads"], parameters: { job: 30 } });
    const host = await threadHost(app);
    await flaggedAfter(app, () => void process.kill(host, "SIGSTOP"));
    await expect(app.page.getByRole("alert").filter({ hasText: notice })).toContainText(`(${host})`);
    const cleared = whenNotice(app, false);
    process.kill(host, "SIGCONT");
    await cleared;
    await expect(card(app.page, "Threads").locator(".console")).toContainText("thinking!");
    await flaggedAfter(app, () => void process.kill(host, "SIGSTOP"));
    await stopInTime(app, host);
    await whenNotice(app, false);
    expect(app.log()).not.toMatch(/uncaught|refused/i);
  },
);

test(
  "a suspended thread host that is stopped before it was found silent is gone within 2.5 s, too",
  alone,
  async ({ app }) => {
    await begin(app, { modes: ["threads"], parameters: { job: 30 } });
    const host = await threadHost(app);
    // What it never told of before has no lane that could be abandoned.
    await expect(card(app.page, "Threads").locator(".console")).toContainText("thinking!");
    process.kill(host, "SIGSTOP");
    await stopInTime(app, host);
    expect(app.log()).not.toMatch(/uncaught|refused/i);
  },
);

test("a thread host whose thread blocks for ever is flagged and ended", alone, async () => {
  const app = await launchApp([], dataFolder(), await plantedApp(blocksOnCancel, ["utility"]));
  try {
    await begin(app, { modes: ["threads"], parameters: { job: 30 } });
    const host = await threadHost(app);
    await flaggedAfter(app, () => clickMenu(app, "cancel"));
    await stopInTime(app, host);
    expect(app.log()).not.toMatch(/uncaught|refused/i);
  } finally {
    await app.close();
  }
});
