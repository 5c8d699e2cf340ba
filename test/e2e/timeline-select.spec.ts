/**
 * The timeline answers, on the real Electron: what is chosen by keys or by mouse is said, its cause can be gone to, the
 * picture goes along, and an ended run shows how it stood where one looks.
 */
import type { Page } from "@playwright/test";
import { expect, testOfOneRun as test } from "./same-app.ts";
import { card, consoleOf } from "./window.ts";

/** What is selected, as it is said to who can't see it. */
const said = (page: Page) => page.locator(".timeline").getByRole("status");
const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

test.beforeEach(async ({ app }) => {
  await app.page.locator("canvas").focus();
});

test("by keys alone: down to a lane, along it to its events, from the join to its cause, and out", async ({ app }) => {
  const { page } = app;
  await press(page, "ArrowDown");
  await expect(said(page)).toContainText(/^main process \d+/);
  // Past the utility process and the GIL.
  await press(page, "ArrowDown", "ArrowDown", "ArrowDown");
  await expect(said(page)).toContainText("MainThread");
  await press(page, "Home");
  await expect(said(page)).toContainText("created, MainThread");
  await press(page, "End");
  await expect(said(page)).toContainText("returned 42, MainThread");
  for (let step = 0; step < 12 && !(await said(page).textContent())?.includes("joined Thread-1"); step++) {
    await press(page, "ArrowLeft");
    await page.waitForTimeout(60);
  }
  await expect(said(page)).toContainText("joined Thread-1, MainThread");
  await press(page, "c");
  await expect(said(page)).toContainText("returned, Thread-1 (spin)");
  await press(page, "Escape");
  await expect(said(page)).toHaveText("");
  expect(app.complaints).toEqual([]);
});

test("by mouse: a click on a lane's name selects the lane, on its bar what it did, on empty ground nothing", async ({
  app,
}) => {
  const { page } = app;
  const box = await page.locator("canvas").boundingBox();
  if (box === null) throw new Error("the timeline has no place in the window");
  const yOf = async (lane: string) => {
    for (let y = 60; y < box.height - 30; y += 8) {
      await page.mouse.click(box.x + 40, box.y + y);
      await page.waitForTimeout(40);
      if ((await said(page).textContent())?.startsWith(lane)) return y;
    }
    throw new Error(`no lane ${lane} was found`);
  };
  const first = await yOf("MainThread");
  await expect(page.getByRole("button", { name: "Fit selection" })).toBeVisible();
  for (let y = first; y < first + 40; y += 5) {
    await page.mouse.click(box.x + box.width * 0.45, box.y + y);
    await page.waitForTimeout(60);
    if ((await said(page).textContent())?.includes("blocked in sleep")) break;
  }
  await expect(said(page)).toContainText(/^blocked in sleep 1\ss, MainThread/);
  await page.mouse.click(box.x + box.width - 4, box.y + box.height - 4);
  await expect(said(page)).toHaveText("");
});

test("a run that has ended shows how it stood where the pointer is, and its end again when it leaves", async ({
  app,
}) => {
  const { page } = app;
  const whole = await consoleOf(page, "Threads").textContent();
  expect(whole).toContain("Answer: 42");
  const box = await page.locator("canvas").boundingBox();
  if (box === null) throw new Error("the timeline has no place in the window");
  await page.mouse.move(box.x + box.width * 0.45, box.y + box.height / 2);
  await expect(consoleOf(page, "Threads")).not.toContainText("Answer");
  await expect(consoleOf(page, "Coroutines")).toContainText("thinking!");
  await expect(card(page, "Threads")).toContainText("blocked in sleep");
  await page.mouse.move(2, 2);
  await expect(consoleOf(page, "Threads")).toContainText("Answer: 42");
});

test("the overview moves the range that is in sight", async ({ app }) => {
  const { page } = app;
  const box = await page.locator("canvas").boundingBox();
  if (box === null) throw new Error("the timeline has no place in the window");
  for (let zoomed = 0; zoomed < 4; zoomed++) await press(page, "+");
  const picture = () => page.locator("canvas").screenshot();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
  const before = await picture();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(2, 2);
  await expect.poll(async () => (await picture()).equals(before)).toBe(false);
  await expect(said(page)).toHaveText("");
});
