/**
 * Fault 3, in the app and on a disk that is really full: a save that does not fit is shown, the file is the old one, no
 * litter remains, and the recording is still there to be saved elsewhere. The same check fails in an app whose save
 * renames what it could not write whole.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, expect, type LaunchedApp, launchApp } from "../e2e/app.ts";
import { answerSaveDialog, exportedTimeline } from "../e2e/exported.ts";
import { clickMenu, recordingLines } from "../e2e/opened.ts";
import { test } from "../e2e/same-app.ts";
import { ended, run, setJob } from "../e2e/window.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { type SmallDisk, smallDisk, whyNoSmallDisk } from "../support/small-disk.ts";

const renamesWhatFailed: PlantedBug = {
  name: "save-renames-what-failed",
  module: "core/formats/save/atomic-save.ts",
  right: "quietly(() => files.remove(draft));",
  wrong: "quietly(() => files.rename(draft, target));",
};

const old = recordingLines("the old one").join("\n");

/** What is on the disk, by name. */
const contents = ({ folder }: SmallDisk): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

async function exportWhereItDoesNotFit(app: LaunchedApp, disk: SmallDisk): Promise<void> {
  const path = join(disk.folder, "run.spinscope");
  writeFileSync(path, old);
  await setJob(app.page, 0.5);
  await run(app.page, "Side by side");
  await ended(app.page);
  await answerSaveDialog(app, path);
  await clickMenu(app, "export.spinscope");
  await expect(app.page.getByText(/The timeline was not saved: its disk is full.*ENOSPC/)).toBeVisible();
}

test.beforeEach(() => test.info().skip(whyNoSmallDisk !== undefined, whyNoSmallDisk));

test("a save that the disk has no room for is shown, the old file stays, and the recording is saved elsewhere", async ({
  app,
}) => {
  const disk = smallDisk(12);
  try {
    await exportWhereItDoesNotFit(app, disk);
    expect(contents(disk)).toEqual({ "run.spinscope": old });
  } finally {
    disk.remove();
  }
  expect((await exportedTimeline(app)).cut).toBeUndefined();
  expect(app.log()).not.toMatch(/uncaught/i);
});

test("an app that renames what it could not write whole is found out", async () => {
  const disk = smallDisk(12);
  const app = await launchApp([], dataFolder(), await plantedApp(renamesWhatFailed, ["main"]));
  try {
    await exportWhereItDoesNotFit(app, disk);
    expect(contents(disk)).not.toEqual({ "run.spinscope": old });
  } finally {
    await app.close();
    disk.remove();
  }
});
