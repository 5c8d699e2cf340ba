import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { LaunchedApp } from "./app.ts";
import { clickMenu, openFile, shows, writeRecording } from "./opened.ts";
import { expect, test } from "./same-app.ts";
import { button, chooseLesson, ended, run, setJob } from "./window.ts";

/** What axe finds in the page as it now is, in words. Electron's pages can't be opened in a second tab: legacy mode. */
async function findings(page: Page): Promise<readonly string[]> {
  // To bring axe into a page takes as long as some of its rules: it stays there until the page is loaded anew.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder(isThere ? { page, axeSource: ";" } : { page }).setLegacyMode(true);
  // Every rule is asked; what has passed, some thousand nodes, is not written down one by one.
  const { violations } = await axe.options({ resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Expects axe to find nothing of any kind, in either theme. */
async function expectNone(app: LaunchedApp, state: string): Promise<void> {
  for (const theme of ["dark", "light"]) {
    await clickMenu(app, `theme.${theme}`);
    await expect(app.page.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await findings(app.page), `${state}, ${theme}`).toEqual([]);
  }
}

/** Holds a file over the window, as far as a page can tell. */
async function holdFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([""], "held.spinscope"));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
  });
}

test.describe("axe finds nothing in either theme", () => {
  test("before a run, with its popovers open, while it runs, and after it", async ({ app }) => {
    const { page } = app;
    await chooseLesson(page, "Joining and awaiting");
    await expect(page.getByText("Press Run (Ctrl+R)")).toBeVisible();
    await expectNone(app, "before a run");
    await button(page, "Export").click();
    await expectNone(app, "export menu");
    await page.keyboard.press("Escape");
    await chooseLesson(page, "One job, two ways");
    await button(page, "Parameters").click();
    await expectNone(app, "parameters");
    await page.getByRole("spinbutton", { name: "The job takes" }).fill("30");
    await page.keyboard.press("Escape");
    await run(page, "Side by side");
    await expectNone(app, "running");
    await button(page, "Stop").click();
    await ended(page);
    await expectNone(app, "stopped");
  });

  test("with a selection, the table of events, Python, a lesson of one mode, and the list over a narrow window", async ({
    app,
  }) => {
    const { page } = app;
    await setJob(page, 1);
    await run(page, "Side by side");
    await ended(page);
    await page.locator(".look-here button").first().click();
    await expect(page.getByRole("region", { name: "Selected on the timeline" })).toContainText("MainThread");
    await page.getByText("Events in sight, as a table").click();
    await expect(page.getByRole("columnheader", { name: "lane, and what" })).toBeVisible();
    await expectNone(app, "selection and table");
    await page.getByRole("radio", { name: "Python" }).check();
    await button(page, "A task can be cancelled").click();
    await expectNone(app, "another lesson in Python");
    await page.setViewportSize({ width: 1024, height: 700 });
    await button(page, "Lessons").click();
    await expectNone(app, "list over the programs");
  });

  test("with an opened file, a refused one, and one held over the window", async ({ app }) => {
    const { page } = app;
    const file = join(app.data, "good.spinscope");
    writeRecording(file, "I stay");
    await openFile(app, file);
    await shows(app, file, "I stay");
    await expectNone(app, "opened file");
    await openFile(app, join(app.data, "none.spinscope"));
    await expect(page.getByRole("alert")).toContainText("none.spinscope");
    await expectNone(app, "refused file");
    await holdFile(page);
    await expect(page.getByText("Drop a recording")).toBeVisible();
    await expectNone(app, "file over the window");
  });
});

test("nothing moves by itself for who wants less motion, and the page has no animation at all", async ({
  app: { page },
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await run(page, "Side by side");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await button(page, "Stop").click();
  await ended(page);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("what is said aloud of a run is its beginning and its end, and nothing in between", async ({ app: { page } }) => {
  await setJob(page, 1.5);
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, "said", said);
    const live = document.querySelectorAll("[role=status], [role=alert], [aria-live]");
    const observer = new MutationObserver((records) => {
      said.push(...records.map(({ target }) => target.textContent ?? "").filter((words) => words !== ""));
    });
    for (const region of live) observer.observe(region, { childList: true, characterData: true, subtree: true });
  });
  await run(page, "Side by side");
  await ended(page);
  const said = await page.evaluate(() => Reflect.get(window, "said"));
  expect(said).toEqual([
    "Running: Threads, Coroutines.",
    "The run has ended. Threads: returned 42. Coroutines: returned 42.",
  ]);
});
