/**
 * The app as the pictures have it: driven as a person would, its content set to an exact size, its theme chosen by its
 * own button.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type LaunchedApp, projectFolder } from "../e2e/app.ts";

export const themes = ["dark", "light"] as const;
export const sizes = ["1440x900", "1024x700"] as const;
export type Size = (typeof sizes)[number];

/** Where the pictures go: `npm run shots` empties it first. */
const folder = join(projectFolder, "out", "shots");

/** Gives the page of the app's window exactly this many CSS pixels. */
export async function resize({ electron, page }: LaunchedApp, size: Size): Promise<void> {
  const [width = 0, height = 0] = size.split("x").map(Number);
  await electron.evaluate(
    ({ BrowserWindow }, content) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(content.width, content.height);
    },
    { width, height },
  );
  await page.waitForFunction((wanted) => innerWidth === wanted.width && innerHeight === wanted.height, {
    width,
    height,
  });
}

/**
 * One picture of the state in each theme, taken by main: that is quick enough for both to show the same moment, and works
 * while the page is busy.
 */
export async function shoot({ electron, page }: LaunchedApp, state: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // Nothing is under the pointer.
  await page.mouse.move(1, 1);
  for (const theme of themes) {
    await chooseTheme(page, theme);
    const picture = await electron.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return image?.toPNG().toString("base64") ?? "";
    });
    writeFileSync(join(folder, `${state}-${theme}-${size}.png`), picture, "base64");
  }
}

/** Goes round the themes until `theme` is on, and waits until the timeline, too, is drawn in it. */
async function chooseTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate(async (wanted) => {
    const button = document.querySelector<HTMLButtonElement>("button[aria-label^='Theme']");
    // Main echoes each choice: those that were passed over may come after the last.
    for (let quiet = 0; quiet < 3; quiet++) {
      if (document.documentElement.dataset["theme"] !== wanted) quiet = 0;
      while (document.documentElement.dataset["theme"] !== wanted) button?.click();
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, theme);
}
