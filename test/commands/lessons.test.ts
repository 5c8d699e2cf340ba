// Each lesson from the command line, all its modes at once, for real: it comes out as it should and records no nonsense.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isFrame } from "../../core/trace/folds/statistics/frames.ts";
import { isAsExpected } from "../../lessons/expected.ts";
import { lessons } from "../../lessons/manifest.ts";
import { shorter } from "../support/lessons/shorter.ts";
import { runCommand, type Said } from "./run-command.ts";

vi.setConfig({ testTimeout: 240_000 });

let folder: string;
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a lesson's run said, and then `check` of what that exported. */
type RunAndCheck = readonly [run: Said, check: Said];

async function runAndCheck(lesson: string): Promise<RunAndCheck> {
  const settings = Object.entries(shorter[lesson] ?? {}).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const recording = file(`${lesson}.spinscope`);
  const run = ["run", lesson, "--mode", "all", ...settings, "--export", recording, "--json"];
  return [await runCommand("cli", run), await runCommand("cli", ["check", recording])];
}

/** So many lessons run at once: each of them waits for most of its time. */
const atOnce = 3;

const runs = new Map<string, Promise<RunAndCheck>>();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-lessons-"));
  for (const [place, { id }] of lessons.entries()) {
    const before = runs.get(lessons[place - atOnce]?.id ?? "");
    runs.set(
      id,
      Promise.resolve(before).then(() => runAndCheck(id)),
    );
  }
});

describe.each(lessons)("run $id --mode all", ({ id, modes, expected }) => {
  it("ends as the lesson expects in each mode, and loses nothing", async () => {
    const [said] = (await runs.get(id)) ?? [];
    expect([said?.code, said?.stderr]).toEqual([0, expect.not.stringContaining("raised")]);
    const summary = JSON.parse(said?.lastLine ?? "");
    expect(summary.lost).toBe(0);
    for (const mode of modes) {
      const { how, value } = summary.modes[mode];
      expect([how, value, isAsExpected(expected[mode], value)]).toEqual(["returned", value, true]);
    }
  });

  it("exports a recording in which check finds nothing broken", async () => {
    const [, checked] = (await runs.get(id)) ?? [];
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
