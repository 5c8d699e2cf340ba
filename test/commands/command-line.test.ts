// The command line, as it is promised: arguments, exit codes, last lines and files.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCommand, type Said } from "./run-command.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface RecordedLine {
  readonly lanes?: readonly { readonly id: number; readonly runtime: string }[];
  readonly lane?: number;
  readonly kind?: string;
  readonly t?: number;
}

/** The time, in ms, at which the lanes of a runtime first started. */
function startOf(runtime: string, lines: readonly RecordedLine[]): number {
  const lanes = lines[0]?.lanes?.filter((lane) => lane.runtime === runtime).map((lane) => lane.id) ?? [];
  const started = lines.find((line) => line.kind === "lane.started" && lanes.includes(line.lane ?? Number.NaN));
  return (started?.t ?? Number.NaN) / 1_000;
}

describe("npm run cli", () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "spinscope-commands-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("lists the lessons, for people and for scripts", async () => {
    const people = await runCommand("cli", ["lessons"]);
    expect(people).toMatchObject({ code: 0 });
    expect(people.stdout).toContain("one-job-two-ways");
    const { lastLine, code } = await runCommand("cli", ["lessons", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(lastLine).lessons).toContainEqual({
      id: "one-job-two-ways",
      title: expect.any(String),
      modes: ["threads", "coroutines"],
    });
  });

  describe("run one-job-two-ways --mode all, with two exports", () => {
    let said: Said;
    beforeAll(async () => {
      const exports = ["--export", file("a.spinscope"), "--export", file("a.trace.json")];
      said = await runCommand("cli", ["run", "one-job-two-ways", "--mode", "all", ...exports, "--json"]);
    });

    it("answers 42 in both modes, each with at least 28 frames, and loses nothing", () => {
      expect(said.code).toBe(0);
      const { lesson, modes, files, lost } = JSON.parse(said.lastLine);
      expect({ lesson, lost }).toEqual({ lesson: "one-job-two-ways", lost: 0 });
      expect(modes.threads.value).toBe(42);
      expect(modes.coroutines.value).toBe(42);
      expect(modes.threads.frames).toBeGreaterThanOrEqual(28);
      expect(modes.coroutines.frames).toBeGreaterThanOrEqual(28);
      expect(files).toEqual([file("a.spinscope"), file("a.trace.json")]);
    });

    it("starts both within 50 ms of each other", () => {
      const lines = readFileSync(file("a.spinscope"), "utf8").trimEnd().split("\n");
      const parsed: RecordedLine[] = lines.map((line) => JSON.parse(line));
      const apart = Math.abs(startOf("threads", parsed) - startOf("coroutines", parsed));
      expect(apart).toBeLessThan(50);
    });

    it("prints nothing but the JSON on standard output", () => {
      expect(said.stdout.trimEnd()).toBe(said.lastLine);
    });

    it("gives a recording that `check` finds whole", async () => {
      expect(await runCommand("cli", ["check", file("a.spinscope")])).toMatchObject({ code: 0 });
    });

    it("gives numbers to `stats`", async () => {
      const { code, lastLine } = await runCommand("cli", ["stats", file("a.spinscope"), "--json"]);
      expect(code).toBe(0);
      expect(JSON.parse(lastLine)).toBeTypeOf("object");
    });

    it("is converted to itself byte for byte, and to Chrome's format", async () => {
      expect(await runCommand("cli", ["convert", file("a.spinscope"), file("b.spinscope")])).toMatchObject({ code: 0 });
      expect(readFileSync(file("b.spinscope"), "utf8")).toBe(readFileSync(file("a.spinscope"), "utf8"));
      expect(await runCommand("cli", ["convert", file("a.spinscope"), file("b.trace.json")])).toMatchObject({
        code: 0,
      });
      expect(JSON.parse(readFileSync(file("b.trace.json"), "utf8"))).toEqual(
        JSON.parse(readFileSync(file("a.trace.json"), "utf8")),
      );
    });

    it("is found cut short by `check`, which counts the lines that are whole", async () => {
      writeFileSync(file("cut.spinscope"), readFileSync(file("a.spinscope")));
      truncateSync(file("cut.spinscope"), 5_000);
      const { code, stdout, stderr } = await runCommand("cli", ["check", file("cut.spinscope")]);
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(/\d+/);
    });
  });

  it("turns the text spinner in one mode, and prints its answer", async () => {
    const { code, stdout } = await runCommand("cli", [
      "run",
      "one-job-two-ways",
      "--mode",
      "coroutines",
      "--set",
      "job=0.3",
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("42");
  });

  const refused: readonly (readonly [what: string, args: readonly string[]])[] = [
    ["no command", []],
    ["an unknown command", ["fly"]],
    ["an unknown lesson", ["run", "nowhere"]],
    ["an unknown mode", ["run", "one-job-two-ways", "--mode", "fibres"]],
    ["an unknown option", ["run", "one-job-two-ways", "--fast"]],
    ["a parameter out of its bounds", ["run", "one-job-two-ways", "--set", "job=-1"]],
    ["an export of no known format", ["run", "one-job-two-ways", "--export", "a.docx"]],
    ["a file that is not there", ["check", "nowhere.spinscope"]],
    ["a file that is no recording", ["check", "package.json"]],
  ];

  it.each(refused)("refuses %s with 2 and a reason", async (_what, args) => {
    const { code, stdout, stderr } = await runCommand("cli", args);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/\w/);
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
  });
});

describe("npm run conformance", () => {
  it("ends with what passed and what failed, alone on the last line", async () => {
    // All of ours are a stage of their own.
    const { code, lastLine } = await runCommand("conformance", ["test/conformance/asyncio/scenarios"]);
    expect(lastLine).toMatch(/^[1-9]\d* passed, 0 failed$/);
    expect(code).toBe(0);
  });
});
