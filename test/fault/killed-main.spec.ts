/**
 * Fault 5: main killed while it records and while it saves. Its children go with it; the next start offers what was
 * recovered, in which everything is that had reached the disk; the file that was being saved is the old one or the new
 * one, and no draft stays.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { journalsIn } from "../../electron/main/journal/journal-folder.ts";
import { dataFolder, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, menuItem, recordingLines } from "../e2e/opened.ts";
import { expect } from "../e2e/patient.ts";
import { exportBoth, killMain, newestJournal, offers, openRecovered, recordingsFolder } from "../e2e/recovered.ts";
import { consoleOf, ended, run, setJob } from "../e2e/window.ts";
import { makeJournal } from "../support/made-journal.ts";
import { type Committed, committedAt } from "../support/nothing-lost/committed.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { isSoak } from "../support/soak.ts";

const rounds = isSoak ? 20 : 1;
/** Enough for main to be killed in the middle of saving them; the more, the likelier. */
const savedEvents = isSoak ? 300_000 : 60_000;

test.beforeEach(() => test.setTimeout(120_000 * rounds));

/** The offers of which the words are such. */
const offersOf = ({ page }: LaunchedApp, words: RegExp): Locator =>
  offers(page).locator(".recovery-offer").filter({ hasText: words });

/** In the offer of a journal that was made so long that a save of it can be cut short, and in no other's. */
const long = /\d\d\s\d{3} events/;

/** Where that journal is now: whoever recovered it has given it a name of its own. */
const nowOf = (journal: string): string =>
  journalsIn(dirname(journal)).find(({ stem }) => basename(journal).startsWith(`${stem}.`))?.path ?? "";

/** A recording that ran both ways when main died: offered, and all of it there. */
async function recordingIsWhole(app: LaunchedApp, committed: Committed, when: string): Promise<void> {
  await expect(offers(app.page)).toContainText("One job, two ways");
  await openRecovered(app);
  await expect(offers(app.page)).toHaveCount(0);
  const [exported, trace] = await exportBoth(app, "recovered");
  const lost = lostAfter({ exported, committed, died: () => true, others: [trace], folders: [app.data] });
  expect(lost, when).toEqual([]);
  const { header, events } = readExported(exported);
  const ends = events.flatMap((event) => (event.kind === "lane.ended" && "how" in event ? [event] : []));
  expect(ends.map(({ how, error }) => `${how}: ${error}`)).toEqual(
    header.lanes.map(() => "abandoned: Spinscope ended before the run did."),
  );
}

test("killed at random moments while it records and saves, all that had reached the disk is offered, shown, and exported; the file is the old one or the new one, and the draft is gone", async () => {
  for (let round = 0; round < rounds; round++) {
    const data = dataFolder();
    const made = makeJournal({ folder: recordingsFolder(data), ordinal: 1, events: savedEvents });
    const folder = join(data, "files");
    const path = join(folder, "run.spinscope");
    const first = await launchApp([], data);
    await expect(offers(first.page)).toBeVisible();
    const old = recordingLines("the old one").join("\n");
    await first.electron.evaluate((_electron, place) => process.getBuiltinModule("node:fs").mkdirSync(place), folder);
    writeFileSync(path, old);
    await answerSaveDialog(first, path);
    await setJob(first.page, 10);
    await run(first.page, "Side by side");
    const [recording, moment] = [newestJournal(data), Math.random() * 1_500];
    await first.page.waitForTimeout(moment);
    await offers(first.page).getByRole("button", { name: "Save it" }).click();
    await expect.poll(() => readdirSync(folder).length, { intervals: [10] }).toBe(2);
    await first.page.waitForTimeout((Math.random() * savedEvents) / 1_000);
    await killMain(first);
    const committed = committedAt(recording);
    expect(committed.isEnded).toBe(false);
    const isOld = readFileSync(path, "utf8") === old;
    if (!isOld) expect(readExported(path).cut).toBeUndefined();

    const second = await launchApp([], data);
    await expect(offersOf(second, long)).toBeVisible();
    await expect.poll(() => readdirSync(folder)).toEqual([basename(path)]);
    if (isOld) expect(readFileSync(path, "utf8")).toBe(old);
    await answerSaveDialog(second, path);
    await offersOf(second, long).getByRole("button", { name: "Save it" }).click();
    await expect(second.page.getByText(`Saved to ${path}`)).toBeVisible();
    await expect(offersOf(second, long)).toHaveCount(0);
    const saved = committedAt(nowOf(made));
    expect(lostAfter({ exported: path, committed: saved, folders: [folder] })).toEqual([]);
    await recordingIsWhole(second, committed, `killed after ${moment} ms`);
    expect(existsSync(join(data, "saves")) ? readdirSync(join(data, "saves")) : []).toEqual([]);
    expect(second.log()).not.toMatch(/uncaught|could not go on/i);
    await second.close();
  }
});

test("what had ended unsaved is offered beside what is torn; an offer blocks nothing and waits, beside a run, in the menu after Not now, and over the next starts; what was saved or given up is not offered", async () => {
  const data = dataFolder();
  const folder = recordingsFolder(data);
  const first = await launchApp([], data);
  await setJob(first.page, 0.3);
  await run(first.page, "Threads");
  await ended(first.page);
  // The disk is told of the end a little later than the window.
  await expect.poll(() => committedAt(newestJournal(data)).isEnded).toBe(true);
  const committed = committedAt(newestJournal(data));
  await killMain(first);
  writeFileSync(makeJournal({ folder, ordinal: 900, events: 500 }), "torn", { flag: "a" });
  const [whole, torn] = [/Everything that had reached the disk/, /00000900-2026-01-31T14-05-09-000Z/];

  const second = await launchApp([], data);
  await expect(offersOf(second, torn)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: second.page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  await offersOf(second, whole).getByRole("button", { name: "Open it" }).click();
  await expect(second.page.getByRole("banner").getByText("recovered")).toBeVisible();
  await expect(consoleOf(second.page, "Threads")).toContainText("Answer: 42");
  const [exported] = await exportBoth(second, "ended");
  expect(lostAfter({ exported, committed, died: () => false })).toEqual([]);
  // That is saved. What runs now is given up, and the other offer waits.
  await setJob(second.page, 0.5);
  await run(second.page, "Threads");
  const open = offersOf(second, torn).getByRole("button", { name: "Open it" });
  await expect(open).toHaveAttribute("aria-disabled", "true");
  await ended(second.page);
  await second.quit();

  const third = await launchApp([], data);
  await offersOf(third, /502 events/)
    .getByRole("button", { name: "Not now" })
    .focus();
  await expect(offersOf(third, /./)).toHaveCount(1);
  await third.page.keyboard.press("Enter");
  await expect(offers(third.page)).toHaveCount(0);
  expect(await menuItem(third, "recovered.0")).toMatchObject({ label: expect.stringContaining("502 events") });
  expect(await menuItem(third, "recovered.1")).toBeUndefined();
  await third.quit();

  const fourth = await launchApp([], data);
  await expect.poll(() => menuItem(fourth, "recovered.0"), { intervals: [50] }).toBeDefined();
  await expect(offers(fourth.page)).toHaveCount(0);
  await clickMenu(fourth, "recovered.0");
  await expect(fourth.page.getByRole("banner").getByText("recovered")).toBeVisible();
  await expect.poll(() => menuItem(fourth, "recovered")).toBeUndefined();
  expect(readdirSync(folder).filter((name) => name.endsWith(".corrupt"))).toHaveLength(1);
  await fourth.close();
});
