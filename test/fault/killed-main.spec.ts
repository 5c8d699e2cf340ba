/**
 * Fault 5: main killed while it records and while it saves. Its children go with it; the next start offers what was
 * recovered, in which everything is that had reached the disk; the file that was being saved is the old one or the new
 * one, and no draft stays.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { dataFolder, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, menuItem, recordingLines } from "../e2e/opened.ts";
import { expect } from "../e2e/patient.ts";
import { exportBoth, killMain, newestJournal, offers, openRecovered, recordingsFolder } from "../e2e/recovered.ts";
import { consoleOf, ended, run, setJob } from "../e2e/window.ts";
import { makeJournal } from "../support/made-journal.ts";
import { committedAt } from "../support/nothing-lost/committed.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { isSoak } from "../support/soak.ts";

const rounds = isSoak ? 20 : 1;
/** Enough for main to be killed in the middle of saving them; the more, the likelier. */
const savedEvents = isSoak ? 300_000 : 60_000;

test.beforeEach(() => test.setTimeout(120_000 * rounds));

/** Runs both ways and kills main so many ms after the run began; gives the journal that it left. */
async function killWhileRecording(app: LaunchedApp, after: number): Promise<string> {
  await setJob(app.page, 10);
  await run(app.page, "Side by side");
  await app.page.waitForTimeout(after);
  await killMain(app);
  return newestJournal(app.data);
}

test("killed while recording at random moments, all that had reached the disk is offered, shown, and exported", async () => {
  for (let round = 0; round < rounds; round++) {
    const data = dataFolder();
    const moment = Math.random() * 1_500;
    const committed = committedAt(await killWhileRecording(await launchApp([], data), moment));
    expect(committed.isEnded).toBe(false);
    const app = await launchApp([], data);
    await expect(offers(app.page)).toContainText("One job, two ways");
    await openRecovered(app);
    await expect(offers(app.page)).toHaveCount(0);
    const [exported, trace] = await exportBoth(app, "recovered");
    const lost = lostAfter({ exported, committed, died: () => true, others: [trace], folders: [data] });
    expect(lost, `killed after ${moment} ms`).toEqual([]);
    const { header, events } = readExported(exported);
    const ends = events.flatMap((event) => (event.kind === "lane.ended" && "how" in event ? [event] : []));
    expect(ends.map(({ how, error }) => `${how}: ${error}`)).toEqual(
      header.lanes.map(() => "abandoned: Spinscope ended before the run did."),
    );
    expect(app.log()).not.toMatch(/uncaught|could not go on/i);
    await app.close();
  }
});

test("what had ended and was not saved is offered as well; what was saved, and what was given up, is not", async () => {
  const data = dataFolder();
  const first = await launchApp([], data);
  await setJob(first.page, 0.3);
  await run(first.page, "Threads");
  await ended(first.page);
  // The disk is told of the end a little later than the window.
  await expect.poll(() => committedAt(newestJournal(data)).isEnded).toBe(true);
  const committed = committedAt(newestJournal(data));
  await killMain(first);
  const second = await launchApp([], data);
  await openRecovered(second);
  await expect(consoleOf(second.page, "Threads")).toContainText("Answer: 42");
  const [exported] = await exportBoth(second, "ended");
  expect(lostAfter({ exported, committed, died: () => false })).toEqual([]);
  // Saved: nothing more is to be done for it, even if this one dies, too.
  await run(second.page, "Threads");
  await ended(second.page);
  await second.quit();
  const third = await launchApp([], data);
  await expect.poll(() => third.log().match(/Electron/g)?.length).toBe(3);
  await third.page.waitForTimeout(500);
  await expect(offers(third.page)).toHaveCount(0);
  expect(await menuItem(third, "recovered")).toBeUndefined();
  await third.close();
});

test("an offer blocks nothing: it waits beside a run, in the menu after Not now, and over the next starts", async () => {
  const data = dataFolder();
  const folder = recordingsFolder(data);
  makeJournal({ folder, ordinal: 1, events: 500 });
  writeFileSync(newestJournal(data), "torn", { flag: "a" });
  const first = await launchApp([], data);
  await expect(offers(first.page)).toContainText("00000001-2026-01-31T14-05-09-000Z");
  const { violations } = await new AxeBuilder({ page: first.page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  await setJob(first.page, 0.5);
  await run(first.page, "Threads");
  await expect(offers(first.page).getByRole("button", { name: "Open it" })).toHaveAttribute("aria-disabled", "true");
  await ended(first.page);
  await first.quit();
  const second = await launchApp([], data);
  await offers(second.page).getByRole("button", { name: "Not now" }).focus();
  await second.page.keyboard.press("Enter");
  await expect(offers(second.page)).toHaveCount(0);
  expect(await menuItem(second, "recovered.0")).toMatchObject({ label: expect.stringContaining("502 events") });
  await second.quit();
  const third = await launchApp([], data);
  await expect.poll(() => menuItem(third, "recovered.0")).toBeDefined();
  await expect(offers(third.page)).toHaveCount(0);
  await clickMenu(third, "recovered.0");
  await expect(third.page.getByRole("banner").getByText("recovered")).toBeVisible();
  await expect.poll(() => menuItem(third, "recovered")).toBeUndefined();
  expect(readdirSync(folder).filter((name) => name.endsWith(".corrupt"))).toHaveLength(1);
  await third.close();
});

test("killed while saving, the file is the old one or the new one, and the draft is gone after the next start", async () => {
  for (let round = 0; round < rounds; round++) {
    const data = dataFolder();
    makeJournal({ folder: recordingsFolder(data), ordinal: 1, events: savedEvents });
    const folder = join(data, "files");
    const path = join(folder, "run.spinscope");
    const first = await launchApp([], data);
    await expect(offers(first.page)).toBeVisible();
    const old = recordingLines("the old one").join("\n");
    await first.electron.evaluate((_electron, place) => process.getBuiltinModule("node:fs").mkdirSync(place), folder);
    writeFileSync(path, old);
    await answerSaveDialog(first, path);
    await offers(first.page).getByRole("button", { name: "Save it" }).click();
    await expect.poll(() => readdirSync(folder).length, { intervals: [10] }).toBe(2);
    await first.page.waitForTimeout((Math.random() * savedEvents) / 1_000);
    await killMain(first);
    const isOld = readFileSync(path, "utf8") === old;
    if (!isOld) expect(readExported(path).cut).toBeUndefined();
    const second = await launchApp([], data);
    await expect(offers(second.page)).toBeVisible();
    await expect.poll(() => readdirSync(folder)).toEqual([basename(path)]);
    if (isOld) expect(readFileSync(path, "utf8")).toBe(old);
    await answerSaveDialog(second, path);
    await offers(second.page).getByRole("button", { name: "Save it" }).click();
    await expect(second.page.getByText(`Saved to ${path}`)).toBeVisible();
    await expect(offers(second.page)).toHaveCount(0);
    expect(lostAfter({ exported: path, committed: committedAt(newestJournal(data)), folders: [folder] })).toEqual([]);
    expect(existsSync(join(data, "saves")) ? readdirSync(join(data, "saves")) : []).toEqual([]);
    await second.close();
  }
});
