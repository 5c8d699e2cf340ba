/**
 * What the recording of a run has where that did not go its usual way: one end a lane, whatever became of the run.
 */
import { endsByName, exportedTimeline } from "./exported.ts";
import { threadHosts } from "./processes.ts";
import { expect, test } from "./same-app.ts";
import { button, card, consoleOf, ended, run, setJob } from "./window.ts";

test("a thread host that was killed is abandoned, its tail said to be unknown, everyone else and the next run whole", async ({
  app,
}) => {
  await setJob(app.page, 1);
  await run(app.page, "Side by side");
  await app.page.waitForTimeout(300);
  const [host] = await threadHosts(app);
  if (host === undefined) throw new Error("no thread host runs");
  process.kill(host, "SIGKILL");
  await ended(app.page);
  await expect(card(app.page, "Threads")).toContainText(/died/);
  await expect(consoleOf(app.page, "Coroutines")).toContainText("Answer: 42");
  const recording = await exportedTimeline(app);
  expect(endsByName(recording)).toMatchObject({
    MainThread: "abandoned",
    "Thread-1 (spin)": "abandoned",
    "Task-1 (supervisor)": "returned",
  });
  for (const { role, tail } of recording.header.producers) {
    expect([role, tail]).toEqual([role, role === "threads" ? "unknown" : "known"]);
  }
  await run(app.page, "Threads");
  await ended(app.page);
  await expect(consoleOf(app.page, "Threads")).toContainText("Answer: 42");
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
