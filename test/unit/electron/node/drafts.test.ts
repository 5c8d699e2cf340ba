import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { atomicSave } from "../../../../core/formats/save/atomic-save.ts";
import { draftBeside, isDraftName, sweepDrafts } from "../../../../electron/node/drafts.ts";
import { nodeSaveFiles } from "../../../../electron/node/node-save-files.ts";

let folder: string;
let dead: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-drafts-"));
  const { pid } = spawnSync(process.execPath, ["--version"]);
  dead = `.spinscope-${pid}-0-0123456789abcdef.part`;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file that was last written to so many ms ago. */
function write(name: string, ago: number): void {
  writeFileSync(join(folder, name), "half");
  const then = (Date.now() - ago) / 1_000;
  utimesSync(join(folder, name), then, then);
}

describe("a draft that was left behind", () => {
  test("by a process that is dead goes with the next save to its folder", () => {
    write(dead, 61_000);
    atomicSave(nodeSaveFiles, join(folder, "run.spinscope"), [Buffer.from("whole")]);
    expect(readdirSync(folder)).toEqual(["run.spinscope"]);
  });

  test("stays while its process lives, or while somebody may still write to it", () => {
    const own = basename(draftBeside(join(folder, "run.spinscope")));
    write(own, 3_600_000);
    write(dead, 1_000);
    expect(sweepDrafts(folder)).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual([dead, own].toSorted());
  });

  test("is told by its name alone: nothing else is removed", () => {
    const others = [".spinscope-notes.part", "run.part", ".spinscope-0123456789abcdef.part", `${dead}.bak`];
    for (const name of others) write(name, 3_600_000);
    expect(sweepDrafts(folder)).toEqual([]);
    expect(others.map(isDraftName)).toEqual([false, false, true, false]);
  });

  test("in a folder that can't be read is nobody's trouble", () => {
    expect(sweepDrafts(join(folder, "missing"))).toEqual([]);
  });
});
