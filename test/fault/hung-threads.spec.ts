/**
 * Fault 6: a thread host that hangs, because its process is suspended or its thread blocks for ever. The window says so
 * within a second, takes it back when the host answers again, and after Stop the process is gone within 2.5 s.
 */
import { dataFolder, expect, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { threadHosts } from "../e2e/processes.ts";
import { button, card } from "../e2e/window.ts";
import { begin, exportByMenu, over } from "../support/faults/begin.ts";
import { gone, threadHost } from "../support/faults/processes.ts";
import { endsOf, ofThreads, strike } from "../support/faults/recorded-death.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";

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

/** Presses Stop, and expects the host to be gone in time, its lanes abandoned, nothing lost, and another host there. */
async function stopInTime(app: LaunchedApp, host: number): Promise<number> {
  const ended = gone(host);
  const { committed } = strike(app.data, () => {});
  await button(app.page, "Stop").click();
  const ms = await ended;
  await over(app);
  const exported = await exportByMenu(app);
  expect(lostAfter({ exported, committed, died: ofThreads, folders: [app.data] })).toEqual([]);
  const ends = endsOf(readExported(exported), ofThreads);
  expect(new Set(ends.map(({ how }) => how))).toEqual(new Set(["abandoned"]));
  await expect.poll(async () => (await threadHosts(app)).filter((pid) => pid !== host).length).toBe(1);
  return ms;
}

const figure = (what: string, ms: number) =>
  test.info().annotations.push({ type: `${what}, ms`, description: ms.toFixed() });

test("a suspended thread host is flagged within a second, unflagged when it goes on, and gone within 2.5 s after Stop", async ({
  app,
}) => {
  await begin(app, { modes: ["threads"], parameters: { job: 30 } });
  const host = await threadHost(app);
  const flagged = whenNotice(app, true);
  const suspendedAt = Date.now();
  process.kill(host, "SIGSTOP");
  figure("flagged after", (await flagged) - suspendedAt);
  expect((await flagged) - suspendedAt).toBeLessThan(1_000);
  await expect(app.page.getByRole("alert").filter({ hasText: notice })).toContainText(`(${host})`);
  const cleared = whenNotice(app, false);
  process.kill(host, "SIGCONT");
  await cleared;
  await expect(card(app.page, "Threads").locator(".console")).toContainText("thinking!");
  process.kill(host, "SIGSTOP");
  await whenNotice(app, true);
  const ms = await stopInTime(app, host);
  figure("gone after", ms);
  expect(ms).toBeLessThan(2_500);
  await whenNotice(app, false);
  expect(app.log()).not.toMatch(/uncaught|refused/i);
});

test("a thread host that is stopped before it was found silent is gone within 2.5 s, too", async ({ app }) => {
  await begin(app, { modes: ["threads"], parameters: { job: 30 } });
  const host = await threadHost(app);
  process.kill(host, "SIGSTOP");
  const ms = await stopInTime(app, host);
  figure("gone after", ms);
  expect(ms).toBeLessThan(2_500);
});

test("a thread host whose thread blocks for ever is flagged and ended, while its threads went on", async () => {
  const app = await launchApp([], dataFolder(), await plantedApp(blocksOnCancel, ["utility"]));
  try {
    await begin(app, { modes: ["threads"], parameters: { job: 30 } });
    const host = await threadHost(app);
    const flagged = whenNotice(app, true);
    const blockedAt = Date.now();
    await button(app.page, "Cancel").click();
    figure("flagged after", (await flagged) - blockedAt);
    expect((await flagged) - blockedAt).toBeLessThan(1_000);
    const ms = await stopInTime(app, host);
    figure("gone after", ms);
    expect(ms).toBeLessThan(2_500);
    expect(app.log()).not.toMatch(/uncaught|refused/i);
  } finally {
    await app.close();
  }
});

test("a page that blocks for seconds, and main that does, raise no false alarm", async ({ app }) => {
  await begin(app, { modes: ["threads"], parameters: { job: 4 } });
  await app.electron.evaluate(() => {
    const until = Date.now() + 1_500;
    while (Date.now() < until);
  });
  await app.page.evaluate(() => {
    const until = Date.now() + 1_000;
    while (Date.now() < until);
  });
  await over(app);
  expect(app.log()).not.toContain("has not answered");
});
