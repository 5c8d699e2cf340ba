/**
 * Fault 17 in the terminal: a target that can't be written is said in a sentence with what helps, code 1, and nothing is
 * left behind; what was there stays.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convert } from "../../../../cli/commands/convert.ts";
import { recordingLines } from "../../../e2e/opened.ts";

const folder = mkdtempSync(join(tmpdir(), "spinscope-targets-"));
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(path("in.spinscope"), recordingLines("x").join("\n"));
  mkdirSync(path("folder.csv"));
  writeFileSync(path("file"), "no folder");
  if (process.platform === "win32") return;
  execFileSync("mkfifo", [path("pipe.csv")]);
  symlinkSync("/dev/full", path("device.svg"));
  symlinkSync("circle.csv", path("circle.csv"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform !== "linux")("a target that can't be written", () => {
  it.each([
    [path("folder.csv"), /no regular file: choose another name/],
    [path("pipe.csv"), /no regular file: choose another name/],
    [path("device.svg"), /no regular file: choose another name/],
    [path("circle.csv"), /lead round in a circle: choose another name \(ELOOP\)/],
    [path(join("absent", "a.csv")), /there is no folder ".*absent": make it, or choose another one/],
    [path(join("file", "a.csv")), /no folder.*: choose another/],
    [path(`${"n".repeat(256)}.csv`), /the name is too long: choose a shorter one \(ENAMETOOLONG\)/],
    ["/proc/a.trace.json", /was not written: .*(choose another folder|ENOENT)/],
    ["/sys/a.spinscope", /was not written: .*(choose another folder|ENOENT)/],
  ])("%s is said, with what helps", async (target, sentence) => {
    const before = readdirSync(folder);
    const told: string[] = [];
    const code = await convert([path("in.spinscope"), target], { out: () => {}, err: (text) => told.push(text) });
    expect(told.join("\n")).toMatch(sentence);
    expect(told).toHaveLength(1);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(path("file"), "utf8")).toBe("no folder");
  });
});
