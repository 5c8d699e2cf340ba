import type { Page } from "@playwright/test";
import { expect, test } from "./same-app.ts";
import { pressRun } from "./window.ts";

const consoleOf = (page: Page, mode: string) => page.getByRole("region", { name: `${mode}: console` });
const chipOf = (page: Page, mode: string) => page.getByRole("article", { name: mode }).locator(".state-chip");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Shortens the slow job, in seconds. */
async function shorten(page: Page, seconds: string): Promise<void> {
  await button(page, "Parameters").click();
  await page.getByRole("spinbutton", { name: "The job takes" }).fill(seconds);
  await button(page, "Done").click();
}

test.describe("the page during a run", () => {
  test("turns both spinners, says what each program waits in, and shows both answers", async ({ app: { page } }) => {
    await shorten(page, "1.5");
    await pressRun(page);
    for (const mode of ["Threads", "Coroutines"])
      await expect(consoleOf(page, mode)).toContainText(/[|/\\-] thinking!/);
    await expect(chipOf(page, "Threads")).toHaveText("blocked in sleep");
    await expect(chipOf(page, "Coroutines")).toHaveText("sleeping, holds no thread");
    for (const mode of ["Threads", "Coroutines"]) await expect(consoleOf(page, mode)).toContainText("Answer: 42");
    await expect(button(page, "Run again")).toBeEnabled();
    await expect(consoleOf(page, "Threads")).toContainText("spinner object: <Thread(Thread-1 (spin), initial)>");
    await expect(consoleOf(page, "Coroutines")).toContainText(
      "spinner object: <Task pending name='Task-2' coro=<spin()",
    );
  });

  test("lights the lines at which the two threads and the two tasks wait", async ({ app: { page } }) => {
    await shorten(page, "2");
    await pressRun(page);
    const lit = (mode: string) => page.getByRole("article", { name: mode }).locator(".line.lit");
    await expect(lit("Threads").filter({ hasText: "MainThread" })).toContainText("sleep(seconds);");
    await expect(lit("Threads").filter({ hasText: "Thread-1 (spin) is blocked here" })).toContainText("sleep(frame);");
    await expect(lit("Coroutines").filter({ hasText: "Task-1" })).toContainText("yield* sleep(seconds);");
    await expect(lit("Coroutines").filter({ hasText: "Task-2" })).toContainText("yield* sleep(frame);");
    await expect(button(page, "Run again")).toBeEnabled({ timeout: 10_000 });
    await expect(page.locator(".line.lit")).toHaveCount(0);
  });

  test("takes Cancel once: the spinners go, both programs still answer", async ({ app: { page } }) => {
    await shorten(page, "2.5");
    await pressRun(page);
    for (const mode of ["Threads", "Coroutines"]) await expect(consoleOf(page, mode)).toContainText("thinking!");
    await button(page, "Cancel").click();
    await expect(button(page, "Cancel")).toBeDisabled();
    for (const mode of ["Threads", "Coroutines"]) {
      await expect(consoleOf(page, mode)).not.toContainText("thinking!", { timeout: 1_000 });
    }
    await expect(page.getByText("The spinner was asked to stop.")).toBeAttached();
    for (const mode of ["Threads", "Coroutines"]) await expect(consoleOf(page, mode)).toContainText("Answer: 42");
    await expect(chipOf(page, "Coroutines")).toHaveText(/^cancel arrived after .+$/);
  });

  test("says that a person stopped the run, and nothing of an answer", async ({ app: { page } }) => {
    await pressRun(page);
    for (const mode of ["Threads", "Coroutines"]) await expect(consoleOf(page, mode)).toContainText("thinking!");
    await button(page, "Stop").click();
    await expect(button(page, "Run again")).toBeEnabled();
    for (const mode of ["Threads", "Coroutines"]) {
      await expect(chipOf(page, mode)).toHaveText("stopped by you");
      await expect(consoleOf(page, mode)).not.toContainText("Answer");
    }
    await expect(page.getByText("Threads: stopped by you. Coroutines: stopped by you.")).toBeAttached();
  });

  test("counts frames and measures how each spinner was stopped, the runtimes beside each other", async ({
    app: { page },
  }) => {
    await shorten(page, "1");
    await pressRun(page);
    await expect(button(page, "Run again")).toBeEnabled({ timeout: 10_000 });
    const row = (name: string) => page.getByRole("row", { name }).getByRole("cell");
    // Ten in a second when the machine is idle; how late they may come is no concern of this test.
    const duration = /^\d+(\.\d+)?$/;
    const count = /^([2-9]|10)$/;
    for (const mode of ["Threads", "Coroutines"]) {
      await expect(row(mode).nth(3)).toHaveText(count);
      await expect(row(mode).nth(3)).toHaveClass("count few");
    }
    // Of so few there is no 95th percentile.
    await expect(row("asked → seen")).toHaveText([duration, "", duration, "1"]);
    await expect(row("requested → delivered")).toHaveText([duration, "", duration, "1"]);
    await expect(page.getByText("* n is small")).toBeVisible();
    await expect(page.getByText(/^clock error ≤ 0\.\d\d\sms$/)).toBeVisible();
    await expect(page.getByText("lost: 0")).toBeVisible();
  });

  test("shows a refused export as a sentence that can be dismissed, and where a good one went", async ({
    app: { page, electron, data },
  }) => {
    const saveTo = (path: string) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
    await shorten(page, "0.5");
    await pressRun(page);
    await expect(button(page, "Run again")).toBeEnabled({ timeout: 10_000 });
    const exportTimeline = async () => {
      await button(page, "Export").click();
      await page.getByRole("button", { name: /^Timeline/ }).click();
    };
    await saveTo("/proc/spinner.spinscope");
    await exportTimeline();
    await expect(page.getByRole("alert")).toContainText("The timeline was not saved:");
    await button(page, "Dismiss").click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await saveTo(`${data}/spinner.spinscope`);
    await exportTimeline();
    await expect(page.getByText(`Saved to ${data}/spinner.spinscope`)).toBeVisible();
  });

  test("can be run by keyboard alone, and keeps the focus on Run when it has been pressed", async ({
    app: { page },
  }) => {
    await page.getByRole("radio", { name: "Side by side" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByRole("radio", { name: "Coroutines" })).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: /^Run/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeEnabled();
    await expect(page.getByRole("button", { name: /^Run/ })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Run again" })).toBeEnabled();
  });
});
