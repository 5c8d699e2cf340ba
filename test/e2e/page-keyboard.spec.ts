/**
 * The whole first lesson by keyboard alone: no pointer is used in this file, and nothing is focused by a script.
 */
import type { Locator, Page } from "@playwright/test";
import { answerSaveDialog } from "./exported.ts";
import { expect, test } from "./same-app.ts";
import { button, consoleOf, ended } from "./window.ts";

/** Presses Tab (or Shift+Tab) until `target` has the focus, as a person would. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Whether what has the focus shows that it has: a ring, its own or that of what it lies under. */
function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const shown = [focused, focused?.nextElementSibling];
    return shown.some((element) => element && getComputedStyle(element).outlineStyle !== "none");
  });
}

test("the whole first lesson by keyboard alone", async ({ app }) => {
  const { page } = app;
  test.setTimeout(90_000);

  // Choose the lesson, read its program in both languages.
  await tabTo(page, button(page, "One job, two ways"));
  expect(await focusIsVisible(page)).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Threads have to be asked");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One job, two ways");
  await tabTo(page, page.getByRole("radio", { name: "TypeScript" }), "Shift+Tab");
  expect(await focusIsVisible(page)).toBe(true);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("figcaption").first()).toContainText("threads.py");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("figcaption").first()).toContainText("threads.ts");

  // Scroll a listing.
  const listing = page.getByRole("region", { name: "Threads: listing" });
  await tabTo(page, listing);
  await page.keyboard.press("PageDown");
  await expect.poll(() => listing.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);

  // Set how long the job takes.
  await tabTo(page, button(page, "Parameters"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("spinbutton", { name: "The job takes" }));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Escape");
  await expect(page.locator(".parameters-summary")).toContainText("2 s");

  // Run, cancel, and wait for both answers.
  await tabTo(page, page.getByRole("button", { name: /^Run/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(button(page, "Cancel")).toBeEnabled();
  await tabTo(page, button(page, "Cancel"));
  await page.keyboard.press("Enter");
  await expect(button(page, "Cancel")).toBeDisabled();
  await ended(page);
  for (const mode of ["Threads", "Coroutines"] as const)
    await expect(consoleOf(page, mode)).toContainText("Answer: 42");

  // Go over the timeline.
  await tabTo(page, page.locator("canvas"));
  expect(await focusIsVisible(page)).toBe(true);
  for (const key of ["+", "+", "ArrowRight", "-", "0", "ArrowDown", "End"]) await page.keyboard.press(key);
  const details = page.getByRole("region", { name: "Selected on the timeline" });
  await expect(details).toContainText("At");
  await page.keyboard.press("Enter");
  await expect(details).toBeFocused();

  // From a moment worth a look to what brought it about, and back to the end.
  await tabTo(page, page.locator(".look-here button", { hasText: "The spinner wakes" }));
  await page.keyboard.press("Enter");
  await expect(details).toContainText("Thread-1 (spin)");
  await expect(page.getByText(/^programs as at /)).toBeVisible();
  await tabTo(page, details.locator(".link").first(), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(details.getByRole("heading")).toHaveText("asked to stop");
  await tabTo(page, button(page, "Deselect"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(details).toHaveCount(0);
  await expect(page.locator("canvas")).toBeFocused();

  // Read the events in sight as a table.
  await tabTo(page, page.locator("summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator(".events button").first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(details).toContainText("At");

  // Export what was recorded.
  const path = `${app.data}/by-keyboard.spinscope`;
  await answerSaveDialog(app, path);
  await tabTo(page, button(page, "Export"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: /^Timeline/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Saved to ${path}`)).toBeVisible();
  await tabTo(page, button(page, "Dismiss"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved to")).toHaveCount(0);
});
