/**
 * What the app writes: whole, in order, with one end a lane, whatever became of the run.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answerSaveDialog, endsByName, exportBy, exportedTimeline } from "./exported.ts";
import { expect, test } from "./same-app.ts";
import { button, ended, run, setJob } from "./window.ts";

test("a run of both programs is recorded whole, on one clock, from one start", async ({ app }) => {
  await setJob(app.page, 1);
  await run(app.page, "Side by side");
  await ended(app.page);
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

test("a run that was cancelled says who asked and who answered", async ({ app }) => {
  await setJob(app.page, 2);
  await run(app.page, "Side by side");
  await app.page.waitForTimeout(300);
  await button(app.page, "Cancel").click();
  await ended(app.page);
  const { events } = await exportedTimeline(app);
  const count = (kind: string) => events.filter((event) => event.kind === kind).length;
  expect(count("signal.set")).toBeGreaterThanOrEqual(1);
  expect(count("signal.seen")).toBeGreaterThanOrEqual(1);
  expect(count("cancel.requested")).toBeGreaterThanOrEqual(1);
  expect(count("cancel.delivered")).toBeGreaterThanOrEqual(1);
  const channels = events.flatMap((event) =>
    event.kind === "message.received" && "channel" in event ? [event.channel] : [],
  );
  expect(channels).toEqual(expect.arrayContaining(["run.cancel", "cancel", "start", "ended"]));
});

test("a run that was stopped leaves no lane open: the threads' are abandoned, the tasks were cancelled", async ({
  app,
}) => {
  await setJob(app.page, 20);
  await run(app.page, "Side by side");
  await app.page.waitForTimeout(300);
  await button(app.page, "Stop").click();
  await ended(app.page);
  const recording = await exportedTimeline(app);
  const ends = endsByName(recording);
  expect(ends).toMatchObject({
    MainThread: "abandoned",
    "Thread-1 (spin)": "abandoned",
    "Task-1 (supervisor)": "cancelled",
  });
  expect(ends["Task-2 (spin)"]).toMatch(/returned|cancelled/);
  expect(Object.keys(ends)).toHaveLength(recording.header.lanes.length);
});

test("a thread host that was killed is abandoned, its tail said to be unknown, everyone else whole", async ({
  app,
}) => {
  await setJob(app.page, 1);
  await run(app.page, "Side by side");
  await app.page.waitForTimeout(300);
  const host = await app.electron.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().find((metric) => metric.name?.startsWith("Spinscope threads")),
  );
  process.kill(host?.pid ?? 0, "SIGKILL");
  await ended(app.page);
  const recording = await exportedTimeline(app);
  expect(endsByName(recording)).toMatchObject({
    MainThread: "abandoned",
    "Thread-1 (spin)": "abandoned",
    "Task-1 (supervisor)": "returned",
  });
  for (const { role, tail } of recording.header.producers) {
    expect([role, tail]).toEqual([role, role === "threads" ? "unknown" : "known"]);
  }
});

test("a recording can be exported while it is still made", async ({ app }) => {
  await setJob(app.page, 20);
  await run(app.page, "Side by side");
  await app.page.waitForTimeout(500);
  const recording = await exportedTimeline(app);
  expect(recording.cut).toBeUndefined();
  expect(endsByName(recording)).toMatchObject({ MainThread: "open", "Task-1 (supervisor)": "open" });
  await button(app.page, "Stop").click();
  await ended(app.page);
});

test("the Chrome trace is one JSON document whose arrows have both ends", async ({ app }) => {
  await setJob(app.page, 1);
  await run(app.page, "Side by side");
  await ended(app.page);
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

test("a file that can't be written is said, and leaves nothing behind", async ({ app }) => {
  await setJob(app.page, 0.5);
  await run(app.page, "Coroutines");
  await ended(app.page);
  const folder = join(app.data, "taken");
  mkdirSync(join(folder, "taken.spinscope"), { recursive: true });
  await answerSaveDialog(app, join(folder, "taken.spinscope"));
  await app.page.getByRole("button", { name: "Export" }).click();
  await app.page.getByRole("button", { name: /^Timeline/ }).click();
  await expect(app.page.getByText("The timeline was not saved")).toBeVisible();
  expect(readdirSync(folder)).toEqual(["taken.spinscope"]);
  await ended(app.page);
});

test("the menu exports, too, and the window says where to", async ({ app }) => {
  await setJob(app.page, 0.5);
  await run(app.page, "Coroutines");
  await ended(app.page);
  const path = join(app.data, "by menu.spinscope");
  await answerSaveDialog(app, path);
  await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("export.spinscope")?.click());
  await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  expect(readFileSync(path, "utf8").startsWith('{"format":"spinscope","version":1,')).toBe(true);
});

test("the GIL is a lane that threads pass on, and none when it is switched off", async ({ app }) => {
  await setJob(app.page, 0.5);
  await run(app.page, "Threads");
  await ended(app.page);
  const withGil = await exportedTimeline(app);
  expect(withGil.header.params["gil"]).toBe("on");
  expect(withGil.header.lanes.filter(({ name }) => name === "GIL").map(({ kind }) => kind)).toEqual(["lock"]);
  await app.page.getByRole("button", { name: "Parameters" }).click();
  await app.page.getByRole("checkbox", { name: "GIL" }).uncheck();
  await app.page.keyboard.press("Escape");
  await run(app.page, "Threads");
  await ended(app.page);
  const without = await exportedTimeline(app);
  expect(without.header.params["gil"]).toBe("off");
  expect(without.header.lanes.map(({ name }) => name)).not.toContain("GIL");
});
