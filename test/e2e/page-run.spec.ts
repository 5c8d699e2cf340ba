/**
 * The page during a run of both programs, and what it then has of it: what a person is told, and can do.
 */
import type { Page } from "@playwright/test";
import { endsByName, exportedTimeline } from "./exported.ts";
import { expect, test, testOfOneRun } from "./same-app.ts";
import { button, card, consoleOf, ended, pressRun, setJob } from "./window.ts";

const modes = ["Threads", "Coroutines"] as const;
type ModeCard = (typeof modes)[number];

const chipOf = (page: Page, mode: ModeCard) => card(page, mode).locator(".state-chip");

test.describe("the page during a run", () => {
  test("turns both spinners, says what each program waits in and lights where, shows both answers, complains of nothing", async ({
    app,
  }) => {
    const { page } = app;
    const earlier = app.log().length;
    await setJob(page, 2.5);
    await pressRun(page);
    for (const mode of modes) await expect(consoleOf(page, mode)).toContainText(/[|/\\-] thinking!/);
    await expect(chipOf(page, "Threads")).toHaveText("blocked in sleep");
    await expect(chipOf(page, "Coroutines")).toHaveText("sleeping, holds no thread");
    const lit = (mode: ModeCard) => card(page, mode).locator(".line.lit");
    await expect(lit("Threads").filter({ hasText: "MainThread" })).toContainText("sleep(seconds);");
    await expect(lit("Threads").filter({ hasText: "Thread-1 (spin) is blocked here" })).toContainText("sleep(frame);");
    await expect(lit("Coroutines").filter({ hasText: "Task-1" })).toContainText("yield* sleep(seconds);");
    await expect(lit("Coroutines").filter({ hasText: "Task-2" })).toContainText("yield* sleep(frame);");
    await ended(page);
    for (const mode of modes) await expect(consoleOf(page, mode)).toContainText("Answer: 42");
    await expect(consoleOf(page, "Threads")).toContainText("spinner object: <Thread(Thread-1 (spin), initial)>");
    await expect(consoleOf(page, "Coroutines")).toContainText(
      "spinner object: <Task pending name='Task-2' coro=<spin()",
    );
    await expect(page.locator(".line.lit")).toHaveCount(0);
    expect(app.complaints).toEqual([]);
    expect(app.log().slice(earlier)).not.toMatch(/refused|error/i);
  });

  test("takes Cancel once: the spinners go, both programs still answer, and the recording says who asked and who answered", async ({
    app,
  }) => {
    const { page } = app;
    await setJob(page, 2.5);
    await pressRun(page);
    for (const mode of modes) await expect(consoleOf(page, mode)).toContainText("thinking!");
    await button(page, "Cancel").click();
    await expect(button(page, "Cancel")).toBeDisabled();
    for (const mode of modes) await expect(consoleOf(page, mode)).not.toContainText("thinking!", { timeout: 1_000 });
    await expect(page.getByText("The spinner was asked to stop.")).toBeAttached();
    await ended(page);
    for (const mode of modes) await expect(consoleOf(page, mode)).toContainText("Answer: 42");
    for (const mode of modes) await expect(consoleOf(page, mode)).not.toContainText("thinking!");
    await expect(chipOf(page, "Coroutines")).toHaveText(/^cancel arrived after .+$/);

    const { events } = await exportedTimeline(app);
    const count = (kind: string) => events.filter((event) => event.kind === kind).length;
    for (const kind of ["signal.set", "signal.seen", "cancel.requested", "cancel.delivered"]) {
      expect(count(kind), kind).toBeGreaterThanOrEqual(1);
    }
    const channels = events.flatMap((event) =>
      event.kind === "message.received" && "channel" in event ? [event.channel] : [],
    );
    expect(channels).toEqual(expect.arrayContaining(["run.cancel", "cancel", "start", "ended"]));
  });

  test("takes Stop at once, says that a person did it and nothing of an answer, and leaves no lane of the recording open", async ({
    app,
  }) => {
    const { page } = app;
    await setJob(page, 20);
    await pressRun(page);
    for (const mode of modes) await expect(consoleOf(page, mode)).toContainText("thinking!");
    const pressed = Date.now();
    await button(page, "Stop").click();
    await ended(page);
    expect(Date.now() - pressed).toBeLessThan(3_000);
    for (const mode of modes) {
      await expect(chipOf(page, mode)).toHaveText("stopped by you");
      await expect(consoleOf(page, mode)).not.toContainText("Answer");
    }
    await expect(page.getByText("Threads: stopped by you. Coroutines: stopped by you.")).toBeAttached();
    expect(app.complaints).toEqual([]);

    const recording = await exportedTimeline(app);
    const ends = endsByName(recording);
    // A thread can't be stopped but with its process; a task is cancelled.
    expect(ends).toMatchObject({
      MainThread: "abandoned",
      "Thread-1 (spin)": "abandoned",
      "Task-1 (supervisor)": "cancelled",
    });
    expect(ends["Task-2 (spin)"]).toMatch(/returned|cancelled/);
    expect(Object.keys(ends)).toHaveLength(recording.header.lanes.length);
  });

  testOfOneRun(
    "counts frames and measures how each spinner was stopped, the runtimes beside each other",
    async ({ app: { page } }) => {
      const row = (name: string) => page.getByRole("row", { name }).getByRole("cell");
      // Ten in a second when the machine is idle; how late they may come is no concern of this test.
      const duration = /^\d+(\.\d+)?$/;
      const count = /^([2-9]|10)$/;
      for (const mode of modes) {
        await expect(row(mode).nth(3)).toHaveText(count);
        await expect(row(mode).nth(3)).toHaveClass("count few");
      }
      // Of so few there is no 95th percentile.
      await expect(row("asked → seen")).toHaveText([duration, "", duration, "1"]);
      await expect(row("requested → delivered")).toHaveText([duration, "", duration, "1"]);
      await expect(page.getByText("* n is small")).toBeVisible();
      await expect(page.getByText(/^clock error ≤ 0\.\d\d\sms$/)).toBeVisible();
      await expect(page.getByText("lost: 0")).toBeVisible();
    },
  );

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
