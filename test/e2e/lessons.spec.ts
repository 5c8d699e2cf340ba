/**
 * Every lesson in the window, as a person runs it: chosen from the list, run in all its ways at once, and read back from
 * what it recorded. The lesson that blocks the loop really freezes the page, and nothing else.
 */

import type { Page } from "@playwright/test";
import { isKnown } from "../../core/trace/event.ts";
import { isFrame } from "../../core/trace/folds/statistics/frames.ts";
import type { Lesson } from "../../lessons/lesson.ts";
import { lessons } from "../../lessons/manifest.ts";
import { alone } from "../support/alone.ts";
import { momentOf } from "../support/lessons/moment-of.ts";
import { shorter } from "../support/lessons/shorter.ts";
import type { LaunchedApp } from "./app.ts";
import { exportedTimeline, type ReadBack } from "./exported.ts";
import { expect, test } from "./same-app.ts";
import { button, chooseLesson, consoleOf, ended, pressRun } from "./window.ts";

/** The longest time, in ms, for which the page has done nothing since. */
async function watchSilence(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now();
    Reflect.set(globalThis, "longestSilence", 0);
    setInterval(() => {
      const now = performance.now();
      const longest = Number(Reflect.get(globalThis, "longestSilence"));
      Reflect.set(globalThis, "longestSilence", Math.max(longest, now - last));
      last = now;
    }, 20);
  });
  return () => page.evaluate(() => Number(Reflect.get(globalThis, "longestSilence")));
}

/** Two pictures of the timeline's place, taken by main at these times after now, ms: the page itself is not asked. */
async function pictures(app: LaunchedApp, at: readonly [number, number]): Promise<readonly string[]> {
  const box = await app.page.locator("canvas").boundingBox();
  if (box === null) throw new Error("the timeline has no place in the window");
  const [x, y] = [Math.round(box.x), Math.round(box.y)];
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  return await app.electron.evaluate(
    async ({ BrowserWindow }, { area, times }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const began = performance.now();
      const taken: string[] = [];
      for (const time of times) {
        await new Promise((resolve) => setTimeout(resolve, time - (performance.now() - began)));
        taken.push((await contents?.capturePage(area))?.toPNG().toString("base64") ?? "");
      }
      return taken;
    },
    { area: { x, y, width, height }, times: at },
  );
}

/** Frames of a way of running, all of them and those strictly between two times. */
function framesOf({ header, events }: ReadBack, runtime: string, from: number, to: number) {
  const lanes = new Set(header.lanes.filter((lane) => lane.runtime === runtime).map(({ id }) => id));
  const frames = events.filter((event) => {
    return event.kind === "output" && lanes.has(event.lane) && "text" in event && isFrame(event.text);
  });
  return { all: frames.length, inside: frames.filter(({ t }) => t > from && t < to).length };
}

const lessonOf = (id: string): Lesson => {
  const lesson = lessons.find((each) => each.id === id);
  if (lesson === undefined) throw new Error(`the lesson ${id} is gone`);
  return lesson;
};

/** Those whose run has more to show, below. */
const blockedLoop = lessonOf("never-block-the-loop");
const blockingCall = lessonOf("a-thread-for-the-blocking-call");

/** Makes the lesson that is chosen a shorter one, where there is something to shorten. */
async function shorten(page: Page, { id, words }: Lesson): Promise<void> {
  const parameters = Object.entries(shorter[id] ?? {});
  if (parameters.length === 0) return;
  await button(page, "Parameters").click();
  for (const [name, value] of parameters) {
    await page.getByRole("spinbutton", { name: words.en.parameters[name] ?? name }).fill(String(value));
  }
  await page.keyboard.press("Escape");
}

/** Waits until the lesson's run is over, and expects an answer in each of its ways and every moment to look at in the recording. */
async function recordingOf(app: LaunchedApp, lesson: Lesson): Promise<ReadBack> {
  await ended(app.page);
  for (const name of ["Threads", "Coroutines"] as const) {
    if (!lesson.modes.some((mode) => mode === name.toLowerCase())) continue;
    await expect(consoleOf(app.page, name)).toContainText(/Answer: |Ends: /);
  }
  const recording = await exportedTimeline(app);
  expect(recording.header.lesson).toBe(lesson.id);
  const names = new Map<number, string>(recording.header.lanes.map(({ id, name }) => [id, name]));
  for (const moment of lesson.lookHere) {
    const found = momentOf(moment, recording.events, (event) => names.get(event.lane));
    expect([moment.id, found?.kind]).toEqual([moment.id, moment.kind]);
  }
  expect(app.complaints).toEqual([]);
  return recording;
}

for (const lesson of lessons.filter((each) => each !== blockedLoop && each !== blockingCall)) {
  test(`${lesson.words.en.title}: runs from the list, and has every moment to look at`, async ({ app }) => {
    await chooseLesson(app.page, lesson.words.en.title);
    await shorten(app.page, lesson);
    await pressRun(app.page);
    await recordingOf(app, lesson);
  });
}

test(
  `${blockedLoop.words.en.title}: runs from the list and freezes the page; the timeline goes on, and the threads turn`,
  alone,
  async ({ app }) => {
    const { page } = app;
    await chooseLesson(page, blockedLoop.words.en.title);
    const longestSilence = await watchSilence(page);
    await pressRun(page);
    // The coroutine sleeps well for a second and then blocks for two: both pictures are of that time.
    const taken = await pictures(app, [1_500, 2_300]);
    expect(taken[0]).toMatch(/./);
    expect(taken[0]).not.toBe(taken[1]);
    const recording = await recordingOf(app, blockedLoop);
    expect(await longestSilence()).toBeGreaterThan(1_900);
    for (const mode of ["Threads", "Coroutines"] as const)
      await expect(consoleOf(page, mode)).toContainText("Answer: 42");
    // The greatest lateness of the task's frames is the blocked time itself; the thread's frames know nothing of it.
    const latest = (mode: string) =>
      page.getByRole("row", { name: mode }).first().getByRole("cell").nth(2).textContent();
    expect(Number(await latest("Coroutines"))).toBeGreaterThan(1_000);
    expect(Number(await latest("Threads"))).toBeLessThan(1_000);

    const blocked = recording.events.find((event) => event.kind === "wait" && "why" in event && event.why === "block");
    const over = recording.events.find((event) => {
      return event.kind === "run" && event.lane === blocked?.lane && event.t > blocked.t;
    });
    const [from, to] = [blocked?.t ?? Number.NaN, over?.t ?? Number.NaN];
    expect(to - from).toBeGreaterThanOrEqual(1_990_000);
    expect(framesOf(recording, "coroutines", from, to).inside).toBe(0);
    expect(framesOf(recording, "threads", from, to).inside).toBeGreaterThanOrEqual(10);
  },
);

test(`${blockingCall.words.en.title}: runs from the list, blocks a thread of another process, and the page goes on`, async ({
  app,
}) => {
  await chooseLesson(app.page, blockingCall.words.en.title);
  await pressRun(app.page);
  const recording = await recordingOf(app, blockingCall);
  const { header, events } = recording;
  const lane = header.lanes.find(({ name }) => name === "asyncio_0");
  expect(lane?.runtime).toBe("threads");
  const blocked = events.find(
    (event) => isKnown(event) && event.kind === "wait" && event.why === "sleep" && event.lane === lane?.id,
  );
  const over = events.find((event) => event.kind === "lane.ended" && event.lane === lane?.id);
  expect(over).toMatchObject({ how: "returned", value: 42 });
  const frames = framesOf(recording, "coroutines", blocked?.t ?? Number.NaN, over?.t ?? Number.NaN);
  expect(frames.inside).toBeGreaterThanOrEqual(10);
  // Page to main to thread host, and back: two messages each way, sent and received.
  for (const channel of ["call", "settled"]) {
    const of = (kind: "message.sent" | "message.received") =>
      events.filter((event) => isKnown(event) && event.kind === kind && event.channel === channel);
    expect([channel, of("message.sent").length, of("message.received").length]).toEqual([channel, 2, 2]);
  }
});
