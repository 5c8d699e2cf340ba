/**
 * Tests that leave nothing behind that the next could trip over: one app for all of them, since to start one takes longer
 * than most of them do. Each has the page loaded anew, the first choices, and complaints of its own. A run of an earlier
 * test may still be shown: none may expect an app in which nothing ever ran.
 */
import type { Page } from "@playwright/test";
import { oneJobTwoWays } from "../../lessons/one-job-two-ways/lesson.ts";
import { expect, type LaunchedApp, test as withOneEach } from "./app.ts";
import { consoleOf, ended, run, setJob } from "./window.ts";

/** The size that the app's page began with, in CSS pixels. */
let firstSize: { readonly width: number; readonly height: number } | undefined;

/** Makes the choices that a new app begins with, by script: what a person would have to press for them is others' to test. */
function chooseAsAtFirst(page: Page): Promise<void> {
  return page.evaluate(async (title) => {
    const api: { request(type: string, payload: unknown): Promise<unknown> } = Reflect.get(window, "spinscope");
    // What main has to tell a page that was loaded it has told once it answers: what it shows brings its own choices.
    await api.request("theme.choose", { theme: "system" });
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const withWords = (words: string) =>
      [...document.querySelectorAll("button")].find(({ textContent }) => textContent === words);
    for (;;) {
      const lesson = withWords(title);
      const sideBySide = document.querySelector<HTMLInputElement>("input[value=side-by-side]");
      // Nothing can be chosen while the run that a test has stopped comes to its end.
      if (lesson?.ariaCurrent !== "page") lesson?.click();
      else if (sideBySide?.matches(":enabled:not(:checked)")) sideBySide.click();
      else if (sideBySide?.matches(":enabled")) break;
      await frame();
    }
    withWords("Reset")?.click();
    await frame();
  }, oneJobTwoWays.words.en.title);
}

/** Loads the page anew, in its first size, and makes the first choices: a run that it shows brings its own. */
async function asAtFirst(page: Page): Promise<void> {
  firstSize ??= await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (page.viewportSize() !== null) await page.setViewportSize(firstSize);
  await page.emulateMedia({ reducedMotion: null });
  await page.reload();
  await chooseAsAtFirst(page);
}

/** Its complaints, from now on. */
function withOwnComplaints(app: LaunchedApp): LaunchedApp {
  const earlier = app.complaints.length;
  return {
    ...app,
    get complaints() {
      return app.complaints.slice(earlier);
    },
  };
}

/** Whether the app shows the run of the tests of one run. */
let showsOneRun = false;

export const test = withOneEach.extend({
  app: async ({ sameApp }, use) => {
    await asAtFirst(sameApp.page);
    showsOneRun = false;
    await use(withOwnComplaints(sameApp));
  },
});

/**
 * Tests of what is left of a run, both programs side by side with a job of a second, that begin no other: it is run for
 * the first of them, and for the others the page that is loaded anew shows it again.
 */
export const testOfOneRun = withOneEach.extend({
  app: async ({ sameApp }, use) => {
    await asAtFirst(sameApp.page);
    const app = withOwnComplaints(sameApp);
    if (!showsOneRun) {
      await setJob(app.page, 1);
      await run(app.page, "Side by side");
    }
    await ended(app.page);
    // The page knows that it is over before the timeline has read the whole run again.
    await expect(consoleOf(app.page, "Threads")).toContainText("Answer: 42");
    showsOneRun = true;
    await use(app);
  },
});

export { expect } from "@playwright/test";
