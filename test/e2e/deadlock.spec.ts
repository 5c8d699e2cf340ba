/**
 * A deadlock as a person sees it: named in the window while it happens, gone from there when it is over, and still to be
 * read off the timeline afterwards.
 */
import { expect, test } from "./same-app.ts";
import { button, card, chooseLesson, ended, run } from "./window.ts";

const circle = /^deadlock: Thread-1 waits for Lock-[12] held by Thread-2, which waits for Lock-[12] held by Thread-1$/;

test("Two threads in a deadlock are named while they wait for each other; Stop ends it", async ({ app }) => {
  const { page } = app;
  await chooseLesson(page, "Two locks, two orders");
  await button(page, "Parameters").click();
  await page.getByRole("spinbutton", { name: "The second gives up after" }).fill("30");
  await page.keyboard.press("Escape");
  await run(page, "Threads");
  const notices = page.getByRole("alert", { name: "What is wrong now" });
  await expect(notices.getByText(circle)).toBeVisible();
  await expect(card(page, "Threads").locator(".state-chip")).toHaveText(/^deadlock for \d/);
  await expect(button(page, "Stop")).toBeEnabled();
  await button(page, "Stop").click();
  await ended(page);
  await expect(page.getByText(circle)).toHaveCount(0);
  await expect(card(page, "Threads").locator(".state-chip")).toHaveText("stopped by you");
  expect(app.complaints).toEqual([]);
});
