/**
 * Fault 4, on a disk that is really full: the recording stops and says so, the programs go on to their answers, what was
 * committed is exported, and also recovered after main's death, torn record and all, as soon as there is room. The same
 * check fails in an app that does not say it.
 */
import { mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { dataFolder, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { expect } from "../e2e/patient.ts";
import { exportBoth, killMain, newestJournal, offers, openRecovered, recordingsFolder } from "../e2e/recovered.ts";
import { ended } from "../e2e/window.ts";
import { begin } from "../support/faults/begin.ts";
import { committedAt } from "../support/nothing-lost/committed.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { type SmallDisk, smallDisk, whyNoSmallDisk } from "../support/small-disk.ts";

const saysNothing: PlantedBug = {
  name: "journal-fails-silently",
  module: "core/runs/live-recording.ts",
  right: "      this.problem = `Recording stopped:",
  wrong: "      this.unsaid = `Recording stopped:",
};

/** The app with its journals on a disk that holds a part of one. */
async function onSmallDisk(disk: SmallDisk, folder?: string): Promise<LaunchedApp> {
  const data = dataFolder();
  mkdirSync(dirname(recordingsFolder(data)), { recursive: true });
  symlinkSync(disk.folder, recordingsFolder(data));
  return launchApp([], data, folder);
}

/** Runs until the disk is full and on to the end; what is wrong then, as sentences. */
async function troubles(app: LaunchedApp): Promise<readonly string[]> {
  await begin(app, { modes: ["threads", "coroutines"], parameters: { frame: 0.02, job: 0.7, spinners: 2 } });
  await ended(app.page);
  const answers = await app.page.getByRole("status").filter({ hasText: "returned 42" }).count();
  const said = await app.page.getByText(/Recording stopped: .*ENOSPC/).count();
  return [
    ...(answers === 1 ? [] : ["the programs did not go on to their answers"]),
    ...(said === 1 ? [] : ["nothing was said"]),
  ];
}

test.beforeEach(() => {
  test.info().skip(whyNoSmallDisk !== undefined, whyNoSmallDisk);
  test.setTimeout(240_000);
});

test("a journal that the disk has no more room for stops with a sentence; the programs go on, what it holds is exported", async () => {
  const disk = smallDisk(12);
  const app = await onSmallDisk(disk);
  try {
    expect(await troubles(app)).toEqual([]);
    const committed = committedAt(newestJournal(app.data));
    expect(committed.isEnded).toBe(false);
    expect(committed.events.size).toBeGreaterThan(50);
    const [exported, trace] = await exportBoth(app, "full");
    expect(lostAfter({ exported, committed, others: [trace], folders: [app.data, disk.folder] })).toEqual([]);
    expect(app.log()).not.toMatch(/uncaught/i);
  } finally {
    await app.close();
    disk.remove();
  }
});

test("what a full disk tore is recovered after main's death, once there is room, and until then nothing of it is touched", async () => {
  const disk = smallDisk(12);
  let app = await onSmallDisk(disk);
  const { data } = app;
  try {
    expect(await troubles(app)).toEqual([]);
    const committed = committedAt(newestJournal(data));
    const { size } = statSync(newestJournal(data));
    expect(committed.wholeBytes).toBeLessThan(size);
    await killMain(app);
    app = await launchApp([], data);
    await expect(app.page.getByText(/can’t be recovered yet .*ENOSPC/)).toBeVisible();
    expect(statSync(newestJournal(data)).size).toBe(size);
    await killMain(app);
    disk.grow(256);
    app = await launchApp([], data);
    await expect(offers(app.page)).toContainText(".corrupt");
    const torn = readdirSync(disk.folder).filter((name) => name.endsWith(".corrupt"));
    expect(torn.map((name) => statSync(`${disk.folder}/${name}`).size)).toEqual([size - committed.wholeBytes]);
    await openRecovered(app);
    const [exported, trace] = await exportBoth(app, "torn");
    const lost = lostAfter({ exported, committed, others: [trace], died: () => true, folders: [disk.folder] });
    expect(lost).toEqual([]);
  } finally {
    await app.close();
    disk.remove();
  }
});

test("an app that goes on without a word is found out", async () => {
  const disk = smallDisk(12);
  const app = await onSmallDisk(disk, await plantedApp(saysNothing, ["main"]));
  try {
    expect(await troubles(app)).toContain("nothing was said");
  } finally {
    await app.close();
    disk.remove();
  }
});
