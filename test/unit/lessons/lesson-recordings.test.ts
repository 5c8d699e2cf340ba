// Each lesson's coroutines on the virtual clock: the whole recording as a text, and its moments.
import { describe, expect, test } from "vitest";
import { lessons } from "../../../lessons/manifest.ts";
import { momentOf } from "../../support/lessons/moment-of.ts";
import { runVirtually } from "../../support/lessons/virtual-run.ts";

/** Few frames, so that a person can read the text; times that a double holds exactly. */
const short = {
  "one-job-two-ways": { frame: 0.25, job: 0.625, spinners: 2 },
  "threads-have-to-be-asked": { quick: 0.25, slow: 1, job: 0.625 },
  "a-task-can-be-cancelled": { frame: 0.25, job: 0.375, pause: 0.125 },
  "joining-and-awaiting": { frame: 0.125, turns: 12, timeout: 0.3125 },
  "futures-twice": { job: 1, timeout: 0.25 },
  "never-block-the-loop": { frame: 0.25, calm: 0.375, block: 1 },
  "never-block-the-loop-repaired": { frame: 0.25, calm: 0.375, block: 1 },
  "a-thread-for-the-blocking-call": { frame: 0.25, job: 0.625 },
  "the-update-that-is-lost": { times: 3, effort: 10 },
  "the-update-that-is-kept": { times: 3, effort: 10 },
  "half-of-a-transfer": { times: 3, effort: 10 },
  "a-transfer-in-one-piece": { times: 3, effort: 10 },
  "two-locks-two-orders": { patience: 0.5 },
};

const withCoroutines = lessons.filter(({ modes }) => modes.includes("coroutines"));

describe.each(withCoroutines)("the coroutines of $id", (lesson) => {
  test("record the same readable text each time", async () => {
    const parameters = Object.entries(short).find(([id]) => id === lesson.id)?.[1];
    expect(parameters).toBeDefined();
    const { text } = await runVirtually(lesson.id, parameters);
    await expect(text).toMatchFileSnapshot(`golden/${lesson.id}.txt`);
  });

  test("return what the lesson expects, and have every moment that it wants looked at", async () => {
    const run = await runVirtually(lesson.id);
    expect(run.result).toEqual(lesson.expected.coroutines);
    const moments = lesson.lookHere.filter(({ mode }) => mode === "coroutines");
    expect(moments.length).toBeGreaterThan(0);
    for (const moment of moments) {
      expect([moment.id, momentOf(moment, run.events, (event) => run.lane(event))?.kind]).toEqual([
        moment.id,
        moment.kind,
      ]);
    }
  });

  test("name in their lines only the file that the listing shows", async () => {
    const run = await runVirtually(lesson.id);
    expect(new Set(run.of("line").map(({ file }) => file))).toEqual(new Set(["coroutines.ts"]));
  });
});
