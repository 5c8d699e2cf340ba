import type { Page } from "@playwright/test";
import { lessons } from "../../lessons/manifest.ts";
import { expect, test } from "./same-app.ts";
import { button, ended, pressRun } from "./window.ts";

const list = (page: Page) => page.getByRole("navigation", { name: "Lessons" });
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Gives the page of the window so many CSS pixels. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
}

test.describe("the lessons", () => {
  test("stand in their groups, and one opens with its programs and words before any run", async ({ app: { page } }) => {
    await expect(list(page).getByRole("heading")).toHaveText(["The spinner", "Stopping", "Waiting", "Sharing"]);
    await button(page, "A task can be cancelled").click();
    await expect(title(page)).toHaveText("A task can be cancelled");
    await expect(page.getByRole("radio", { name: "Threads" })).toHaveCount(0);
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("region", { name: "Coroutines: listing" })).toContainText("neverBegun");
    await expect(page.getByRole("region", { name: "About this lesson" })).toContainText(
      "The supervisor cancels five tasks",
    );
    await expect(page.getByRole("heading", { name: "Look here" })).toBeVisible();
  });

  test("keep their runs apart: another lesson shows nothing of the run before, which comes back with its own", async ({
    app: { page },
  }) => {
    await button(page, "A task can be cancelled").click();
    await pressRun(page);
    await ended(page);
    await expect(page.getByRole("article")).toContainText("Ends:");
    await button(page, "One job, two ways").click();
    for (const console of await page.locator(".console").all())
      await expect(console).toContainText("until you press Run");
    await expect(page.getByText("Press Run (Ctrl+R)")).toBeVisible();
    await button(page, "A task can be cancelled").click();
    await expect(page.getByRole("article")).toContainText("Ends:");
  });

  test("can't be changed while a run is on", async ({ app: { page } }) => {
    await pressRun(page);
    await expect(button(page, "Stop")).toBeEnabled();
    await expect(button(page, "Never block the loop")).toBeDisabled();
    await button(page, "Stop").click();
    await expect(button(page, "Never block the loop")).toBeEnabled();
  });

  test("are one stop of the Tab key, with arrows between them", async ({ app: { page } }) => {
    await page.reload();
    await page.keyboard.press("Tab");
    await expect(button(page, "Lessons")).toBeFocused();
    await button(page, "One job, two ways").focus();
    await page.keyboard.press("ArrowDown");
    await expect(button(page, "Threads have to be asked")).toBeFocused();
    const [lastButOne = "", last = ""] = lessons.map(({ words }) => words.en.title).slice(-2);
    await page.keyboard.press("End");
    await expect(button(page, last)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(button(page, lastButOne)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText(lastButOne);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("nav"))).toBeNull();
  });

  test("lie over the programs in a narrow window, and go when one is chosen or Escape is pressed", async ({
    app: { page },
  }) => {
    await resize(page, 1024, 700);
    await expect(list(page)).toBeHidden();
    await button(page, "Lessons").click();
    await expect(button(page, "One job, two ways")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(list(page)).toBeHidden();
    await expect(button(page, "Lessons")).toBeFocused();
    await page.keyboard.press("Enter");
    await button(page, "Joining and awaiting").click();
    await expect(list(page)).toBeHidden();
    await expect(title(page)).toHaveText("Joining and awaiting");
  });
});

test.describe("listings in Python", () => {
  test("show the same programs, line against line, say that they are not traced, and never light up", async ({
    app: { page },
  }) => {
    await page.getByRole("radio", { name: "Python" }).check();
    for (const mode of ["Threads", "Coroutines"]) {
      const listing = page.getByRole("region", { name: `${mode}: listing of ${mode.toLowerCase()}.py` });
      await expect(listing).toContainText("def slow_function(seconds):");
    }
    await expect(page.locator("figcaption").filter({ hasText: "what runs is the TypeScript" })).toHaveCount(2);
    await pressRun(page);
    await expect(page.locator(".console").first()).toContainText("thinking!");
    await expect(page.locator(".line.lit")).toHaveCount(0);
    await page.getByRole("radio", { name: "TypeScript" }).check();
    await expect(page.locator(".line.lit").first()).toBeVisible();
    // They follow the run again, too.
    for (const lane of ["MainThread", "Task-1"]) {
      await expect(page.locator(".line.lit").filter({ hasText: lane })).toBeInViewport();
    }
    await button(page, "Stop").click();
  });
});
