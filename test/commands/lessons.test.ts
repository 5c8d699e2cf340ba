// Each lesson from the command line, all its modes at once, for real: it comes out as it should and records no nonsense.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isFrame } from "../../core/trace/folds/statistics/frames.ts";
import { isAsExpected } from "../../lessons/expected.ts";
import { lessons } from "../../lessons/manifest.ts";
import { runCommand, type Said } from "./run-command.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-lessons-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shorter: Readonly<Record<string, readonly string[]>> = {
  "one-job-two-ways": ["job=0.5", "spinners=3"],
  "threads-have-to-be-asked": ["quick=0.2", "slow=1", "job=0.5"],
  "a-task-can-be-cancelled": ["job=0.3"],
  "joining-and-awaiting": ["turns=12"],
  "futures-twice": ["job=1", "timeout=0.3"],
  "a-thread-for-the-blocking-call": ["job=0.5"],
  "never-block-the-loop": ["calm=0.3"],
  "never-block-the-loop-repaired": ["calm=0.3", "block=0.5"],
  "two-locks-two-orders": ["patience=0.5"],
};

function run(lesson: string): Promise<Said> {
  const settings = (shorter[lesson] ?? []).flatMap((pair) => ["--set", pair]);
  const exports = ["--export", file(`${lesson}.spinscope`)];
  return runCommand("cli", ["run", lesson, "--mode", "all", ...settings, ...exports, "--json"]);
}

describe.each(lessons)("run $id --mode all", ({ id, modes, expected }) => {
  let said: Said;
  beforeAll(async () => {
    said = await run(id);
  });

  it("ends as the lesson expects in each mode, and loses nothing", () => {
    expect([said.code, said.stderr]).toEqual([0, expect.not.stringContaining("raised")]);
    const summary = JSON.parse(said.lastLine);
    expect(summary.lost).toBe(0);
    for (const mode of modes) {
      const { how, value } = summary.modes[mode];
      expect([how, value, isAsExpected(expected[mode], value)]).toEqual(["returned", value, true]);
    }
  });

  it("exports a recording in which check finds nothing broken", async () => {
    const checked = await runCommand("cli", ["check", file(`${id}.spinscope`)]);
    expect(checked).toMatchObject({ code: 0, lastLine: expect.stringMatching(/no invariant is broken$/) });
  });
});

interface Line {
  readonly lanes?: readonly { readonly id: number; readonly runtime: string }[];
  readonly lane: number;
  readonly kind: string;
  readonly t: number;
  readonly why?: string;
  readonly text?: string;
}

describe("never block the loop, recorded", () => {
  let lines: readonly Line[];
  beforeAll(() => {
    const text = readFileSync(file("never-block-the-loop.spinscope"), "utf8").trimEnd();
    lines = text.split("\n").map((line): Line => JSON.parse(line));
  });

  it("has no coroutine's frame and at least ten of a thread within the blocked span", () => {
    const blocked = lines.find((line) => line.kind === "wait" && line.why === "block");
    const over = lines.find((line) => line.kind === "run" && line.lane === blocked?.lane && line.t > blocked.t);
    const [from, to] = [blocked?.t ?? Number.NaN, over?.t ?? Number.NaN];
    expect(to - from).toBeGreaterThanOrEqual(2_000_000);
    const framesOf = (runtime: string) => {
      const lanes = new Set(lines[0]?.lanes?.filter((lane) => lane.runtime === runtime).map(({ id }) => id));
      const frames = lines.filter((line) => line.kind === "output" && lanes.has(line.lane) && isFrame(line.text ?? ""));
      return { all: frames.length, inside: frames.filter(({ t }) => t > from && t < to).length };
    };
    expect(framesOf("coroutines")).toEqual({ all: expect.any(Number), inside: 0 });
    expect(framesOf("coroutines").all).toBeGreaterThan(4);
    expect(framesOf("threads").inside).toBeGreaterThanOrEqual(10);
  });
});
