import { describe, expect, test } from "vitest";
import { runArguments } from "../../../../cli/arguments/run-arguments.ts";
import { BadArguments } from "../../../../cli/command.ts";

const refused = (args: readonly string[]): string => {
  try {
    runArguments(args);
  } catch (error) {
    if (error instanceof BadArguments) return error.message;
    throw error;
  }
  throw new Error(`${args.join(" ")} was taken`);
};

describe("the arguments of run", () => {
  test("run every mode of the lesson with its defaults when nothing else is said", () => {
    const wanted = runArguments(["one-job-two-ways"]);
    expect(wanted.modes).toEqual(["threads", "coroutines"]);
    expect(wanted.parameters).toEqual({ message: "thinking!", frame: 0.1, job: 3, spinners: 1, gil: "on" });
    expect(wanted.exports).toEqual([]);
  });

  test("take one mode, settings, a seed and several files", () => {
    const wanted = runArguments(
      "one-job-two-ways --mode threads --set job=0.5 --set message=5 --seed 7 --export a.spinscope --export b.trace.json --json".split(
        " ",
      ),
    );
    expect(wanted).toMatchObject({ modes: ["threads"], json: true, exports: ["a.spinscope", "b.trace.json"] });
    expect(wanted.parameters).toEqual({ message: "5", frame: 0.1, job: 0.5, spinners: 1, gil: "on", seed: 7 });
  });

  test.each([
    [[], "run needs a lesson: one-job-two-ways, "],
    [["no-such"], 'There is no lesson "no-such".'],
    [["one-job-two-ways", "twice"], "run takes one lesson"],
    [["one-job-two-ways", "--mode", "processes"], "has no program for processes"],
    [["one-job-two-ways", "--mode", "fibres"], "--mode takes threads, coroutines, processes or all"],
    [["one-job-two-ways", "--set", "job"], "--set takes name=value"],
    [["one-job-two-ways", "--set", "job=soon"], "job must be a number of seconds from 0.1 to 30"],
    [["one-job-two-ways", "--set", "colour=red"], 'has no parameter "colour": it has message, frame, job'],
    [["one-job-two-ways", "--set", "message=\u0007"], "message must be 1 to 40 printable characters"],
    [["one-job-two-ways", "--gil", "maybe"], "--gil takes on or off"],
    [["one-job-two-ways", "--seed", "-1"], "--seed"],
    [["one-job-two-ways", "--faster"], "--faster"],
  ])("refuse %j with a sentence", (args, sentence) => {
    expect(refused(args)).toContain(sentence);
  });
});
