/**
 * Tests that leave nothing behind that the next could trip over: one app for all of them, since to start one takes longer
 * than most of them do. Each has the page loaded anew, the first choices, and complaints of its own. A run of an earlier
 * test may still be shown: none may expect an app in which nothing ever ran.
 */
import type { Page } from "@playwright/test";
import { oneJobTwoWays } from "../../lessons/one-job-two-ways/lesson.ts";
import { type LaunchedApp, launchApp, outlivesTest, test as withItsOwn } from "./app.ts";
import { button, chooseLesson } from "./window.ts";

/** Loads the page anew, and makes the choices that a new app begins with: a run that it shows brings its own. */
async function asAtFirst(page: Page): Promise<void> {
  await page.reload();
  await chooseLesson(page, oneJobTwoWays.words.en.title);
  await page.getByRole("radio", { name: "Side by side" }).check({ force: true });
  await button(page, "Parameters").click();
  await button(page, "Reset").click();
  await page.keyboard.press("Escape");
  const theme = page.getByRole("button", { name: /^Theme/ });
  while (!(await theme.getAttribute("aria-label"))?.includes("as the system")) await theme.click();
}

export const test = withItsOwn.extend<object, { readonly sameApp: LaunchedApp }>({
  sameApp: [
    async ({ playwright: _ }, use) => {
      const app = await launchApp();
      outlivesTest(app);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
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
