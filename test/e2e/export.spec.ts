/**
 * What the app writes of a run that went its way: whole, in order, and where a person wanted it; or why not.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answerSaveDialog, endsByName, exportBy, exportedTimeline } from "./exported.ts";
import { expect, testOfOneRun as test } from "./same-app.ts";
import { button, ended } from "./window.ts";

test("a run of both programs is recorded whole, on one clock, from one start", async ({ app }) => {
  const recording = await exportedTimeline(app);
  expect(recording.cut).toBeUndefined();
  expect(recording.header.lesson).toBe("one-job-two-ways");
  expect(recording.header.modes).toEqual(["threads", "coroutines"]);
  expect(recording.header.producers.map((producer) => producer.tail)).not.toContain("unknown");
  const ends = endsByName(recording);
  expect(ends).toMatchObject({
    MainThread: "returned",
    "Thread-1 (spin)": "returned",
    "Task-1 (supervisor)": "returned",
    "Task-2 (spin)": "returned",
  });
  expect(Object.keys(ends)).toHaveLength(recording.header.lanes.length);
  const clock = recording.header.clocks.find(({ kind }) => kind === "performance");
  expect(clock?.errorUs).toBeGreaterThan(0);
  expect(clock?.errorUs).toBeLessThan(5_000);
});

test("the Chrome trace is one JSON document whose arrows have both ends", async ({ app }) => {
  const path = await exportBy(app, "Chrome trace", "run.trace.json");
  const { traceEvents }: { traceEvents: { ph: string; cat?: string; id?: unknown }[] } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  const ids = (phase: string) =>
    traceEvents
      .filter(({ ph }) => ph === phase)
      .map(({ cat, id }) => `${cat} ${id}`)
      .sort();
  expect(ids("s").length).toBeGreaterThan(0);
  expect(ids("s")).toEqual(ids("f"));
});

test("the menu exports, too, and the window says where to", async ({ app }) => {
  const path = join(app.data, "by menu.spinscope");
  await answerSaveDialog(app, path);
  await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("export.spinscope")?.click());
  await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  expect(readFileSync(path, "utf8").startsWith('{"format":"spinscope","version":1,')).toBe(true);
});

test("a file that can't be written is a sentence that can be dismissed, and leaves nothing behind", async ({ app }) => {
  const { page } = app;
  const folder = join(app.data, "taken");
  mkdirSync(join(folder, "taken.spinscope"), { recursive: true });
  for (const path of ["/proc/spinner.spinscope", join(folder, "taken.spinscope")]) {
    await answerSaveDialog(app, path);
    await button(page, "Export").click();
    await page.getByRole("button", { name: /^Timeline/ }).click();
    await expect(page.getByRole("alert")).toContainText("The timeline was not saved:");
    await button(page, "Dismiss").click();
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
  expect(readdirSync(folder)).toEqual(["taken.spinscope"]);
  await ended(page);
});
