/**
 * The app as the pictures have it: driven as a person would, its content set to an exact size, its theme chosen by its
 * own button.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication, Page } from "@playwright/test";
import { projectFolder } from "../e2e/app.ts";

export const themes = ["dark", "light"] as const;
export const sizes = ["1440x900", "1024x700"] as const;
export type Size = (typeof sizes)[number];

/** Where the pictures go: `npm run shots` empties it first. */
const folder = join(projectFolder, "out", "shots");

/** Gives the page of the app's window exactly this many CSS pixels. */
export async function resize(electron: ElectronApplication, page: Page, size: Size): Promise<void> {
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

/** One picture of the state in each theme. */
export async function shoot(page: Page, state: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const theme of themes) {
    await chooseTheme(page, theme);
    await page.screenshot({ path: join(folder, `${state}-${theme}-${size}.png`) });
  }
}

/** Goes round the themes until `theme` is on, and leaves the button as it was found. */
async function chooseTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    if ((await page.locator("html").getAttribute("data-theme")) === theme) return;
    await page.getByRole("button", { name: /^Theme/ }).evaluate((button: HTMLButtonElement) => button.click());
  }
}
