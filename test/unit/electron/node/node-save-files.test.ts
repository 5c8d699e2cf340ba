/**
 * Fault 3 on a real disk: a recording saved in every format, with each call to the file system failing in turn. The file
 * is the old one or the new one, nothing is left beside it, and no file stays open.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { formats } from "../../../../core/formats/registry.ts";
import type { SaveFiles } from "../../../../core/formats/save/save-files.ts";
import { saveRecording } from "../../../../core/formats/save/save-recording.ts";
import { nodeSaveFiles } from "../../../../electron/node/node-save-files.ts";
import { goodRecording } from "../../core/trace/check/good-recording.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-save-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The real calls, of which the n-th fails as on a full disk; a write takes a kilobyte at most. */
function failing(n: number): SaveFiles {
  let calls = 0;
  const counted = (): void => {
    calls += 1;
    if (calls === n) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  };
  const real = nodeSaveFiles;
  return {
    ...real,
    create: (path) => {
      counted();
      return real.create(path);
    },
    write: (file, bytes, offset) => {
      counted();
      return real.write(file, bytes.subarray(0, offset + 997), offset);
    },
    sync: (file) => {
      counted();
      real.sync(file);
    },
    close: (file) => {
      real.close(file);
      counted();
    },
    rename: (from, to) => {
      counted();
      real.rename(from, to);
    },
    syncFolder: (path) => {
      counted();
      real.syncFolder(path);
    },
  };
}

const openFiles = (): number => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0);
const save = (files: SaveFiles, path: string): void =>
  saveRecording(files, path, goodRecording().recording, (text) => Buffer.from(text));

test.each(formats)("a save as $ending is the old file or the new one, whichever call fails", ({ ending }) => {
  const path = join(folder, `run${ending}`);
  save(nodeSaveFiles, path);
  const whole = readFileSync(path, "utf8");
  const before = openFiles();
  let n = 1;
  for (; ; n++) {
    writeFileSync(path, "the old one");
    if (runs(() => save(failing(n), path))) break;
    expect(["the old one", whole]).toContain(readFileSync(path, "utf8"));
    expect(readdirSync(folder)).toEqual([`run${ending}`]);
  }
  expect(readFileSync(path, "utf8")).toBe(whole);
  expect(n).toBeGreaterThan(6);
  expect(openFiles()).toBe(before);
});

test("a name as long as the file system lets it be is saved", () => {
  const path = join(folder, `${"n".repeat(255 - ".csv".length)}.csv`);
  save(nodeSaveFiles, path);
  expect(readdirSync(folder)).toHaveLength(1);
});

test.skipIf(process.platform === "win32")("a link whose file is not there yet leads to where it will be", () => {
  symlinkSync("real.csv", join(folder, "link.csv"));
  save(nodeSaveFiles, join(folder, "link.csv"));
  expect(readFileSync(join(folder, "real.csv"), "utf8")).toContain("producer,number");
  expect(readdirSync(folder)).toEqual(["link.csv", "real.csv"]);
});

function runs(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
