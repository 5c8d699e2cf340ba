/**
 * Tests that leave nothing behind that the next could trip over: one app for all of them, since to start one takes longer
 * than most of them do. Each has the page loaded anew, the first choices, and complaints of its own. A run of an earlier
 * test may still be shown: none may expect an app in which nothing ever ran.
 */
import type { Page } from "@playwright/test";
import { oneJobTwoWays } from "../../lessons/one-job-two-ways/lesson.ts";
import { test as withOneEach } from "./app.ts";
import { button, chooseLesson } from "./window.ts";

/** The size that the app's page began with, in CSS pixels. */
let firstSize: { readonly width: number; readonly height: number } | undefined;

/** Loads the page anew, in its first size, and makes the choices that a new app begins with: a run that it shows brings its own. */
async function asAtFirst(page: Page): Promise<void> {
  firstSize ??= await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (page.viewportSize() !== null) await page.setViewportSize(firstSize);
  await page.emulateMedia({ reducedMotion: null });
  await page.reload();
  await chooseLesson(page, oneJobTwoWays.words.en.title);
  await page.getByRole("radio", { name: "Side by side" }).check({ force: true });
  await button(page, "Parameters").click();
  await button(page, "Reset").click();
  await page.keyboard.press("Escape");
  const theme = page.getByRole("button", { name: /^Theme/ });
  while (!(await theme.getAttribute("aria-label"))?.includes("as the system")) await theme.click();
}

export const test = withOneEach.extend({
  app: async ({ sameApp }, use) => {
    await asAtFirst(sameApp.page);
    const earlier = sameApp.complaints.length;
    await use({
      ...sameApp,
      get complaints() {
        return sameApp.complaints.slice(earlier);
      },
    });
  },
});

export { expect } from "@playwright/test";
