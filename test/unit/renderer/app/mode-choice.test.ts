import { describe, expect, it } from "vitest";
import type { Mode } from "../../../../core/contract/run.ts";
import { oneJobTwoWays } from "../../../../lessons/one-job-two-ways/lesson.ts";
import { choicesOf, modesOf } from "../../../../renderer/app/mode-choice.ts";

const lessonWith = (...modes: Mode[]) => ({ ...oneJobTwoWays, modes });

describe("the mode toggle", () => {
  it("offers each mode, and all of them side by side", () => {
    expect(choicesOf(lessonWith("threads", "coroutines"))).toEqual(["threads", "coroutines", "side-by-side"]);
  });

  it("does not offer side by side where there is one mode", () => {
    expect(choicesOf(lessonWith("coroutines"))).toEqual(["coroutines"]);
  });

  it("runs one mode alone, or all in the lesson's order", () => {
    expect(modesOf(lessonWith("threads", "coroutines"), "coroutines")).toEqual(["coroutines"]);
    expect(modesOf(lessonWith("threads", "coroutines"), "side-by-side")).toEqual(["threads", "coroutines"]);
  });
});
