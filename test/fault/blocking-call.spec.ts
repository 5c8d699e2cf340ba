/**
 * A coroutine of the page that has a function called in the thread host, and what may happen meanwhile: Cancel, Stop, and the
 * host's death. The run ends each time, the recording is whole, and the next run is served.
 */

import { aThreadForTheBlockingCall } from "../../lessons/a-thread-for-the-blocking-call/lesson.ts";
import { expect, type LaunchedApp } from "../e2e/app.ts";
import { chooseLesson, consoleOf, ended, pressRun } from "../e2e/window.ts";
import { exportByMenu } from "../support/faults/begin.ts";
import { threadHost } from "../support/faults/processes.ts";
import { endsOf, ofThreads, orLatePage, strike } from "../support/faults/recorded-death.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { test } from "./one-app.ts";

/** Begins the coroutines of the lesson, and waits until their call has a thread. */
async function beginCall(app: LaunchedApp, job: number): Promise<void> {
  await chooseLesson(app.page, aThreadForTheBlockingCall.words.en.title);
  await app.page.getByRole("button", { name: "Parameters" }).click();
  await app.page.getByRole("spinbutton", { name: "The job blocks for" }).fill(String(job));
  await app.page.keyboard.press("Escape");
  await pressRun(app.page);
  await expect(consoleOf(app.page, "Coroutines")).toContainText("thinking!");
  await app.page.waitForTimeout(300);
}

/** The lesson once more, left to its end, with its answer. */
async function expectServed(app: LaunchedApp): Promise<void> {
  await beginCall(app, 0.5);
  await ended(app.page);
  await expect(consoleOf(app.page, "Coroutines")).toContainText("Answer: 42");
  expect(lostAfter({ exported: await exportByMenu(app), folders: [app.data] })).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught|could not go on|refused/i);
}

test("Cancel during a blocking call lets the call end, and the program answers", async ({ app }) => {
  await beginCall(app, 2);
  await app.page.getByRole("button", { name: "Cancel", exact: true }).click();
  await ended(app.page);
  await expect(consoleOf(app.page, "Coroutines")).toContainText("Answer: 42");
  const exported = await exportByMenu(app);
  expect(lostAfter({ exported, folders: [app.data] })).toEqual([]);
  await expectServed(app);
});

test("Stop during a blocking call ends the run at once, and nothing of it goes on", async ({ app }) => {
  await beginCall(app, 20);
  await app.page.getByRole("button", { name: "Stop", exact: true }).click();
  await ended(app.page);
  const exported = await exportByMenu(app);
  expect(lostAfter({ exported, died: orLatePage(exported, () => false), folders: [app.data] })).toEqual([]);
  const ends = endsOf(readExported(exported), () => true).map(({ lane, how }) => `${lane}: ${how}`);
  expect(ends.filter((end) => end.startsWith("Task-1"))).toEqual([expect.stringMatching(/abandoned|cancelled/)]);
  await expectServed(app);
});

test("a thread host that dies in a blocking call is told to the coroutine that waits for it, and the next call is served", async ({
  app,
}) => {
  await beginCall(app, 20);
  const host = await threadHost(app);
  const { committed } = strike(app.data, () => process.kill(host, "SIGKILL"));
  await ended(app.page);
  const exported = await exportByMenu(app);
  expect(lostAfter({ exported, committed, died: orLatePage(exported, ofThreads), folders: [app.data] })).toEqual([]);
  const supervisor = endsOf(readExported(exported), () => true).find(({ lane }) => lane.startsWith("Task-1"));
  expect(supervisor).toMatchObject({ how: "raised", error: expect.stringMatching(/thread/i) });
  await expectServed(app);
});
