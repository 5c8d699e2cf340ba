import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

/** What axe finds in the page as it now is, in words. Electron's pages can't be opened in a second tab: legacy mode. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Puts the app into one theme by its own button. */
async function chooseTheme(page: Page, theme: string): Promise<void> {
  while ((await page.locator("html").getAttribute("data-theme")) !== theme) {
    await page.getByRole("button", { name: /^Theme/ }).click();
  }
}

for (const theme of ["dark", "light"]) {
  test.describe(`axe finds nothing in the ${theme} theme`, () => {
    test("before a run, with its popovers open, while it runs, and after it", async ({ app: { page } }) => {
      await chooseTheme(page, theme);
      expect(await findings(page)).toEqual([]);
      await page.getByRole("button", { name: "Export" }).click();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Parameters" }).click();
      expect(await findings(page)).toEqual([]);
      await page.getByRole("spinbutton", { name: "The job takes" }).fill("2");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeEnabled();
      expect(await findings(page)).toEqual([]);
      await expect(page.getByRole("button", { name: "Run again" })).toBeEnabled({ timeout: 15_000 });
      expect(await findings(page)).toEqual([]);
    });
  });
}
