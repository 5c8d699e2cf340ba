import { join } from "node:path";
import type { Page } from "@playwright/test";
import { lessons as allLessons } from "../../lessons/manifest.ts";
import { dataFolder, expect, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { writeLongRecording } from "../e2e/opened.ts";
import { threadHosts } from "../e2e/processes.ts";
import { offers, recordingsFolder } from "../e2e/recovered.ts";
import { pressRun } from "../e2e/window.ts";
import { makeJournal } from "../support/made-journal.ts";
import { resize, type Size, shoot, sizes } from "./window.ts";

const choose = (page: Page, mode: string) => page.getByRole("radio", { name: mode }).check();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Waits until everything has ended. */
async function ended(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Run again" })).toBeEnabled({ timeout: 15_000 });
  await page.waitForTimeout(300);
}

/** Opens the list of lessons where it is not open. */
async function openLessons(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Lessons", exact: true });
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
}

async function chooseLesson(page: Page, title: string): Promise<void> {
  await openLessons(page);
  await press(page, title);
}

async function openings(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await shoot(app, "01-empty", size);
  await press(page, "Parameters");
  await shoot(app, "02-parameters", size);
  await page.keyboard.press("Escape");
}

async function wholeRun(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await pressRun(page);
  await page.waitForTimeout(1_200);
  await shoot(app, "05-running-mid", size);
  await ended(page);
  await shoot(app, "06-ended", size);
  await press(page, "Export");
  await shoot(app, "07-export-menu", size);
  await page.keyboard.press("Escape");
}

/** The first moments of a run: two pictures take as long as the run itself may. */
async function begins(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  // A stopped host takes as long to get ready as two pictures need.
  const hosts = await threadHosts(app);
  for (const host of hosts) process.kill(host, "SIGSTOP");
  await page.getByRole("button", { name: /^Run/ }).click();
  await shoot(app, "03-preparing", size);
  for (const host of hosts) process.kill(host, "SIGCONT");
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeEnabled();
  await page.waitForTimeout(200);
  await shoot(app, "04-running-early", size);
  await ended(page);
}

async function selected(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await page.locator(".look-here button").nth(2).click();
  await page.waitForTimeout(300);
  await shoot(app, "08-selected", size);
  await page.getByText("Events in sight, as a table").click();
  await page.getByRole("columnheader", { name: "lane, and what" }).scrollIntoViewIfNeeded();
  await shoot(app, "09-event-table", size);
  await page.getByText("Events in sight, as a table").click();
  await page.getByRole("button", { name: "Deselect" }).click();
  await choose(page, "Python");
  await shoot(app, "10-python", size);
  await choose(page, "TypeScript");
}

async function cancelled(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await pressRun(page);
  await page.waitForTimeout(1_200);
  await press(page, "Cancel");
  await page.waitForTimeout(400);
  await shoot(app, "11-cancelled-midway", size);
  await ended(page);
  await shoot(app, "12-cancelled-ended", size);
}

async function stopped(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await pressRun(page);
  await page.waitForTimeout(1_200);
  await press(page, "Stop");
  await ended(page);
  await shoot(app, "13-stopped", size);
  await press(page, "Earlier recording");
  await page.waitForTimeout(500);
  await shoot(app, "14-earlier-recording", size);
}

async function files(app: LaunchedApp, size: Size): Promise<void> {
  const { electron, page, data } = app;
  const saveTo = (path: string) =>
    electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
  const exportTimeline = async () => {
    await press(page, "Export");
    await page.getByRole("button", { name: /^Timeline/ }).click();
  };
  await saveTo("/proc/spinner.spinscope");
  await exportTimeline();
  await expect(page.getByRole("alert")).toContainText(/\w/);
  await shoot(app, "15-refused-export", size);
  await press(page, "Dismiss");
  await saveTo(join(data, "spinner.spinscope"));
  await exportTimeline();
  await expect(page.getByText("Saved to")).toBeVisible();
  await press(page, "Dismiss");
  await press(page, "Open");
  await expect(page.getByRole("banner").getByText("spinner.spinscope")).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(500);
  await shoot(app, "16-opened-file", size);
  await openingLong(app, size);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([""], "held.spinscope"));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await shoot(app, "17-file-held-over", size);
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true })));
}

/** A file that takes seconds to read, while it is read; then the reading is called off. */
async function openingLong(app: LaunchedApp, size: Size): Promise<void> {
  const { electron, page, data } = app;
  const path = join(data, "long.spinscope");
  writeLongRecording(path);
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await press(page, "Open");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await shoot(app, "40-opening", size);
  await press(page, "Cancel opening");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  const dismiss = page.getByRole("button", { name: "Dismiss", exact: true });
  if (await dismiss.isVisible()) await dismiss.click();
}

async function alone(app: LaunchedApp, mode: "Threads" | "Coroutines", size: Size): Promise<void> {
  const { page } = app;
  const name = mode.toLowerCase();
  await choose(page, mode);
  await pressRun(page);
  await page.waitForTimeout(1_200);
  await shoot(app, `18-${name}-mid`, size);
  await ended(page);
  await shoot(app, `19-${name}-ended`, size);
}

async function lessons(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  // A wide window has the list in every picture.
  if (size === "1024x700") {
    await openLessons(page);
    await shoot(app, "20-list-of-lessons", size);
  }
  const [, ...others] = allLessons.map(({ words }) => words.en.title);
  for (const [order, title] of others.entries()) {
    await chooseLesson(page, title);
    await page.waitForTimeout(200);
    if (order === 0) await shoot(app, "21-another-lesson", size);
    await pressRun(page);
    await ended(page);
    await page.waitForTimeout(500);
    await shoot(app, `${22 + order}-${title.toLowerCase().replaceAll(/\W+/g, "-")}`, size);
  }
}

/** What main left behind that died while it recorded is offered. */
async function recovered(size: Size): Promise<void> {
  const data = dataFolder();
  makeJournal({ folder: recordingsFolder(data), ordinal: 1, events: 500 });
  const app = await launchApp([], data);
  await resize(app, size);
  await expect(offers(app.page)).toContainText("One job, two ways");
  await shoot(app, "41-recovered", size);
  await app.close();
}

for (const size of sizes) {
  test(`every state at ${size}`, async () => {
    test.setTimeout(480_000);
    const app = await launchApp();
    await resize(app, size);
    await openings(app, size);
    await wholeRun(app, size);
    await selected(app, size);
    await begins(app, size);
    await cancelled(app, size);
    await stopped(app, size);
    await files(app, size);
    await alone(app, "Threads", size);
    await alone(app, "Coroutines", size);
    await lessons(app, size);
    await app.close();
    await recovered(size);
  });
}
