/**
 * Fault 12: hostile IPC. A page, a timeline worker and a utility process that were taken over send main everything that
 * they must not, while a run is recorded; frames that are not the page's ask for what the page may. Each is refused and
 * counted, the log stays bounded, nothing changes, and the recording is whole. The same attacks are found to do harm in an
 * app without the schemas, in one that does not ask who sends, and in one that takes any row for an event.
 */
import { setTimeout as delay } from "node:timers/promises";
import { dataFolder, expect, type LaunchedApp, launchApp, removeData, test } from "../e2e/app.ts";
import { button, run, setJob } from "../e2e/window.ts";
import { appWithHostileThreadHost, pageAttackScript } from "../support/hostile/build.ts";
import { requestsOfForgedSenders } from "../support/hostile/forged-senders.ts";
import type { PageAttack, Volley } from "../support/hostile/page-attack.ts";
import { utilityMessages } from "../support/hostile/utility-messages.ts";
import { committedSoFar, harmDone, memoryOf, refusalsIn, watchDialogs } from "../support/hostile/watched-app.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";

const asksNoSchema: PlantedBug = {
  name: "ipc-asks-no-schema",
  module: "core/contract/envelope.ts",
  right: "const parsed = spec.schema.safeParse(payload);",
  wrong: "const parsed = { success: true, data: payload };",
};

const asksNoSender: PlantedBug = {
  name: "ipc-asks-no-sender",
  module: "electron/main/security/ipc-door.ts",
  right: "if (unheard !== undefined) return refused(refuse, unheard);",
  wrong: "",
};

const takesAnyRow: PlantedBug = {
  name: "ipc-takes-any-row",
  module: "core/runs/producer-endpoint.ts",
  right: "const fault = batchFault(batch, this.#sender);",
  wrong: "const fault = undefined;",
};

declare global {
  interface Window {
    readonly pageAttack: PageAttack;
  }
}

/** How long an app that was attacked may take to show what it did, ms. */
const patience = 60_000;

let script = "";
test.beforeAll(async () => {
  script = await pageAttackScript();
});

/** Cancels the run that was attacked: it need not last longer. It may have come to its end by itself. */
async function cancelRun({ page }: LaunchedApp): Promise<void> {
  const cancel = button(page, "Cancel");
  if (await cancel.isEnabled()) await cancel.click({ timeout: 2_000 }).catch(() => {});
}

/** What an attack by the page did, over its requests and both its ports, while the app's `number`th run is recorded. */
async function attackByPage(app: LaunchedApp, number: number): Promise<readonly string[]> {
  const { page } = app;
  await page.evaluate(script);
  await watchDialogs(app);
  await page.evaluate(() => window.pageAttack.takePort("coroutines", false));
  await setJob(page, 10);
  const [before, refused] = [await memoryOf(app), refusalsIn(app)];
  await run(page, "Side by side");
  await page.waitForTimeout(500);
  const volleys: Volley[] = [
    await page.evaluate((run) => window.pageAttack.coroutines(run), number),
    await page.evaluate(() => window.pageAttack.requests()),
  ];
  const committed = committedSoFar(app);
  await cancelRun(app);
  const sent = volleys.reduce((sum, volley) => sum + volley.sent, 0);
  const obeyed = volleys.flatMap((volley) => volley.obeyed);
  const harm = await harmDone(app, committed, before);
  return [
    ...new Set(obeyed.map((type) => `a bad ${type} was obeyed`)),
    ...harm,
    ...(await uncounted(app, sent, refused)),
  ];
}

/** Counting is by the thousand once many were refused: what was not counted by then, after `earlier` ones, is told of. */
async function uncounted(app: LaunchedApp, sent: number, earlier = 0): Promise<readonly string[]> {
  const all = earlier + sent;
  const least = all < 300 ? all : Math.floor(all / 1_000) * 1_000;
  await expect
    .poll(() => refusalsIn(app) >= least, { intervals: [50], timeout: 30_000 })
    .toBe(true)
    .catch(() => {});
  const counted = refusalsIn(app);
  return counted >= least ? [] : [`${sent} were sent, and ${counted} counted as refused`];
}

/** The same, of an app that may die of it. */
async function harmTo(bug: PlantedBug, attack: (app: LaunchedApp) => Promise<readonly string[]>) {
  const app = await launchApp([], dataFolder(), await plantedApp(bug, ["main"]));
  try {
    const silence = delay(patience, ["the app does not answer any more"]);
    return await Promise.race([attack(app), silence]);
  } catch (error) {
    return [`the app died: ${String(error)}`];
  } finally {
    app.electron.process().kill("SIGKILL");
    removeData(app.data);
  }
}

async function forgedAndHeard(app: LaunchedApp): Promise<readonly string[]> {
  const heard = await requestsOfForgedSenders(app);
  return heard.filter(({ ok }) => ok).map(({ sender }) => `${sender} was heard`);
}

/** A timeline worker that was taken over: after its attack, the next one is fed in a run, the app's first. */
async function attackByTimelineWorker(app: LaunchedApp): Promise<void> {
  await app.page.addInitScript(script);
  await app.page.reload();
  await app.page.evaluate(() => window.pageAttack.takePort("timeline", true));
  const { sent } = await app.page.evaluate(() => window.pageAttack.timeline());
  expect(sent).toBeGreaterThanOrEqual(200);
  expect(await uncounted(app, sent)).toEqual([]);
  await app.page.evaluate(() => window.pageAttack.takePort("coroutines", false));
  await watchDialogs(app);
  await setJob(app.page, 0.5);
  const before = await memoryOf(app);
  await run(app.page, "Threads");
  expect(await harmDone(app, committedSoFar(app), before)).toEqual([]);
}

/** Requests of frames that are not the page's own: not heard, whatever they ask for. */
async function attackByOtherFrames(app: LaunchedApp): Promise<void> {
  const earlier = refusalsIn(app);
  expect(await forgedAndHeard(app)).toEqual([]);
  // The page in the other window asks for more, by itself.
  await expect.poll(() => refusalsIn(app), { intervals: [50] }).toBeGreaterThanOrEqual(earlier + 9);
  expect(app.log()).not.toContain("forged");
  // A frame that came and went makes Chromium tell the driver anew of the page's contexts, which ends what is being
  // evaluated. It is told in order: an evaluation that comes through comes after that.
  await expect(() => app.page.evaluate("true")).toPass();
}

test("a timeline worker, other frames, and a page that were taken over change nothing, by their requests and over their ports", async ({
  app,
}) => {
  test.setTimeout(180_000);
  // Those of few messages come first: refusals are logged one by one as long as they are few.
  await test.step("a timeline worker changes nothing, and the next one is fed", () => attackByTimelineWorker(app));
  await test.step("any frame but the page's own is not heard", () => attackByOtherFrames(app));
  await test.step("a page changes nothing", async () => expect(await attackByPage(app, 2)).toEqual([]));
  expect(refusalsIn(app)).toBeGreaterThanOrEqual(2_000);
});

test("a utility process that was taken over changes nothing of what main records", async () => {
  test.setTimeout(120_000);
  const app = await launchApp([], dataFolder(), await appWithHostileThreadHost());
  try {
    await watchDialogs(app);
    await setJob(app.page, 10);
    const before = await memoryOf(app);
    await run(app.page, "Side by side");
    const sent = utilityMessages(1).length;
    expect(await uncounted(app, sent)).toEqual([]);
    expect(refusalsIn(app)).toBeGreaterThanOrEqual(1_000);
    const committed = committedSoFar(app);
    await cancelRun(app);
    expect(await harmDone(app, committed, before)).toEqual([]);
  } finally {
    await app.close();
  }
});

test("an app that asks for no schema is found out", async () => {
  test.setTimeout(120_000);
  expect(await harmTo(asksNoSchema, (app) => attackByPage(app, 1))).not.toEqual([]);
});

test("an app that does not ask who sends is found out", async () => {
  test.setTimeout(120_000);
  expect(await harmTo(asksNoSender, forgedAndHeard)).not.toEqual([]);
});

test("an app that takes any row for an event is found out", async () => {
  test.setTimeout(120_000);
  expect(await harmTo(takesAnyRow, (app) => attackByPage(app, 1))).not.toEqual([]);
});
