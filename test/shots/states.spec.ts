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

async function openings(page: Page, size: Size): Promise<void> {
  await shoot(page, "01-empty", size);
  await press(page, "Parameters");
  await shoot(page, "02-parameters", size);
  await page.keyboard.press("Escape");
}

async function wholeRun(page: Page, size: Size): Promise<void> {
  await choose(page, "Side by side");
  await page.getByRole("button", { name: /^Run/ }).click();
  await shoot(page, "03-preparing", size);
  await page.waitForTimeout(200);
  await shoot(page, "04-running-early", size);
  await page.waitForTimeout(1_200);
  await shoot(page, "05-running-mid", size);
  await ended(page);
  await shoot(page, "06-ended", size);
  await press(page, "Export");
  await shoot(page, "07-export-menu", size);
  await page.keyboard.press("Escape");
}

async function cancelled(page: Page, size: Size): Promise<void> {
  await run(page);
  await page.waitForTimeout(1_200);
  await press(page, "Cancel");
  await page.waitForTimeout(400);
  await shoot(page, "08-cancelled-midway", size);
  await ended(page);
  await shoot(page, "09-cancelled-ended", size);
}

async function stopped(page: Page, size: Size): Promise<void> {
  await run(page);
  await page.waitForTimeout(1_200);
  await press(page, "Stop");
  await ended(page);
  await shoot(page, "10-stopped", size);
}

async function refusedExport({ electron, page }: LaunchedApp, size: Size): Promise<void> {
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: "/proc/spinner.spinscope" });
  });
  await press(page, "Export");
  await page.getByRole("button", { name: /^Timeline/ }).click();
  await expect(page.getByRole("alert")).toContainText(/\w/);
  await shoot(page, "11-note", size);
  await press(page, "Dismiss");
}

async function alone(page: Page, mode: "Threads" | "Coroutines", size: Size): Promise<void> {
  const name = mode.toLowerCase();
  await choose(page, mode);
  await run(page);
  await page.waitForTimeout(1_200);
  await shoot(page, `12-${name}-mid`, size);
  await ended(page);
  await shoot(page, `13-${name}-ended`, size);
}

for (const size of sizes) {
  test(`every state at ${size}`, async () => {
    test.setTimeout(120_000);
    const app = await launchApp();
    const { electron, page } = app;
    await resize(electron, page, size);
    await openings(page, size);
    await wholeRun(page, size);
    await cancelled(page, size);
    await stopped(page, size);
    await refusedExport(app, size);
    await alone(page, "Threads", size);
    await alone(page, "Coroutines", size);
    await app.close();
  });
}
