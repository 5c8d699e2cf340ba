/**
 * The window as a person uses it: its controls by their names, and what became of a run.
 */
import { expect, type Locator, type Page } from "@playwright/test";

export type ModeName = "Threads" | "Coroutines" | "Side by side";

/** A button of the window by its whole name. */
export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The card of one program. */
export const card = (page: Page, mode: "Threads" | "Coroutines"): Locator => page.getByRole("article", { name: mode });

/** Chooses how to run, and presses Run. */
export async function run(page: Page, mode: ModeName): Promise<void> {
  await page.getByRole("radio", { name: mode }).check({ force: true });
  await page.getByRole("button", { name: /^Run/ }).click();
  await expect(button(page, "Stop")).toBeEnabled();
}

/** Waits until the run is over: Stop means nothing any more and another run can begin. */
export async function ended(page: Page): Promise<void> {
  await expect(button(page, "Run again")).toBeEnabled({ timeout: 20_000 });
  await expect(button(page, "Stop")).toBeDisabled();
  await expect(button(page, "Cancel")).toBeDisabled();
}
