/**
 * The window as a person uses it: its controls by their names, and what became of a run.
 */
import { expect, type Locator, type Page } from "@playwright/test";

export type ModeName = "Threads" | "Coroutines" | "Side by side";

/** Looks this often, ms: an expectation of Playwright's looks once a second before long, and a test has many of them. */
const closely = { polling: 20 } as const;

/** A button of the window by its whole name. */
export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The card of one program. */
export const card = (page: Page, mode: "Threads" | "Coroutines"): Locator => page.getByRole("article", { name: mode });

/** What one program has printed. */
export const consoleOf = (page: Page, mode: "Threads" | "Coroutines"): Locator => card(page, mode).locator(".console");

/** Chooses the lesson of that title from the list, opening that when it is closed. */
export async function chooseLesson(page: Page, title: string): Promise<void> {
  const list = page.getByRole("navigation", { name: "Lessons" });
  const opens = button(page, "Lessons");
  await expect(opens).toBeVisible();
  if ((await opens.getAttribute("aria-expanded")) !== "true") await opens.click();
  await list.getByRole("button", { name: title, exact: true }).click();
}

/** Sets the slow job's length, in seconds. */
export async function setJob(page: Page, seconds: number): Promise<void> {
  await page.getByRole("button", { name: "Parameters" }).click();
  await page.getByRole("spinbutton", { name: "The job takes" }).fill(String(seconds));
  await page.keyboard.press("Escape");
}

/** Makes a run begin by `press`, and waits until it has: also one that is over before a look at the window could catch it. */
export async function begin(page: Page, press: () => Promise<void>): Promise<void> {
  await button(page, "Stop").evaluate((stop) => {
    Reflect.set(globalThis, "runBegan", false);
    const watch = new MutationObserver(() => {
      Reflect.set(globalThis, "runBegan", true);
      watch.disconnect();
    });
    watch.observe(stop, { attributeFilter: ["aria-disabled"] });
  });
  await press();
  await page.waitForFunction(() => Reflect.get(globalThis, "runBegan") === true, null, { ...closely, timeout: 30_000 });
}

/** Presses Run, or Run again, and waits until the run has begun. */
export const pressRun = (page: Page): Promise<void> =>
  begin(page, () => page.getByRole("button", { name: /^Run/ }).click());

/** Chooses how to run, and presses Run. */
export async function run(page: Page, mode: ModeName): Promise<void> {
  await page.getByRole("radio", { name: mode }).check({ force: true });
  await pressRun(page);
}

/** Waits until the run is over: Stop means nothing any more and another run can begin. */
export async function ended(page: Page): Promise<void> {
  const isOver = (): boolean => {
    const isPossible = (name: string) =>
      [...document.querySelectorAll("button")].some(
        ({ textContent, ariaDisabled }) => textContent === name && ariaDisabled !== "true",
      );
    return isPossible("Run again") && !isPossible("Stop") && !isPossible("Cancel");
  };
  // What does not come is told by the names below.
  await page.waitForFunction(isOver, null, { ...closely, timeout: 20_000 }).catch(() => {});
  await expect(button(page, "Run again")).toBeEnabled();
  await expect(button(page, "Stop")).toBeDisabled();
  await expect(button(page, "Cancel")).toBeDisabled();
}
