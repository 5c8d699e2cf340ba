import type { Page } from "@playwright/test";
import { expect, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { resize, type Size, shoot, sizes } from "./window.ts";

const choose = (page: Page, mode: string) => page.getByRole("radio", { name: mode }).check();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Presses Run (or Run again) and waits until the programs run. */
async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Run/ }).click();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeEnabled();
}

/** Waits until everything has ended. */
async function ended(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Run again" })).toBeEnabled({ timeout: 15_000 });
  await page.waitForTimeout(300);
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
  await choose(page, "Side by side");
  await page.getByRole("button", { name: /^Run/ }).click();
  await shoot(app, "03-preparing", size);
  await page.waitForTimeout(200);
  await shoot(app, "04-running-early", size);
  await page.waitForTimeout(1_200);
  await shoot(app, "05-running-mid", size);
  await ended(page);
  await shoot(app, "06-ended", size);
  await press(page, "Export");
  await shoot(app, "07-export-menu", size);
  await page.keyboard.press("Escape");
}

async function cancelled(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await run(page);
  await page.waitForTimeout(1_200);
  await press(page, "Cancel");
  await page.waitForTimeout(400);
  await shoot(app, "08-cancelled-midway", size);
  await ended(page);
  await shoot(app, "09-cancelled-ended", size);
}

async function stopped(app: LaunchedApp, size: Size): Promise<void> {
  const { page } = app;
  await run(page);
  await page.waitForTimeout(1_200);
  await press(page, "Stop");
  await ended(page);
  await shoot(app, "10-stopped", size);
}

async function refusedExport(app: LaunchedApp, size: Size): Promise<void> {
  const { electron, page } = app;
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: "/proc/spinner.spinscope" });
  });
  await press(page, "Export");
  await page.getByRole("button", { name: /^Timeline/ }).click();
  await expect(page.getByRole("alert")).toContainText(/\w/);
  await shoot(app, "11-note", size);
  await press(page, "Dismiss");
}

async function alone(app: LaunchedApp, mode: "Threads" | "Coroutines", size: Size): Promise<void> {
  const { page } = app;
  const name = mode.toLowerCase();
  await choose(page, mode);
  await run(page);
  await page.waitForTimeout(1_200);
  await shoot(app, `12-${name}-mid`, size);
  await ended(page);
  await shoot(app, `13-${name}-ended`, size);
}

for (const size of sizes) {
  test(`every state at ${size}`, async () => {
    test.setTimeout(120_000);
    const app = await launchApp();
    await resize(app, size);
    await openings(app, size);
    await wholeRun(app, size);
    await cancelled(app, size);
    await stopped(app, size);
    await refusedExport(app, size);
    await alone(app, "Threads", size);
    await alone(app, "Coroutines", size);
    await app.close();
  });
}
