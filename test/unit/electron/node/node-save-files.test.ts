/**
 * Fault 3 on a real disk: a recording saved in every format, with each call to the file system failing in turn. The file
 * is the old one or the new one, nothing is left beside it, and no file stays open.
 */
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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

test.skipIf(process.platform === "win32").each([0o600, 0o640, 0o755])(
  "a save over a file keeps its mode, %o",
  (mode) => {
    const path = join(folder, "kept.spinscope");
    writeFileSync(path, "old");
    chmodSync(path, mode);
    saveRecording(nodeSaveFiles, path, goodRecording().recording, (text) => Buffer.from(text));
    expect(statSync(path).mode & 0o7777).toBe(mode);
    // By a link, too: the link stays, and its file keeps its mode.
    const link = join(folder, "link.spinscope");
    symlinkSync(path, link);
    saveRecording(nodeSaveFiles, link, goodRecording().recording, (text) => Buffer.from(text));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(path).mode & 0o7777).toBe(mode);
  },
);

test.runIf(process.getuid?.() === 0)("a save over a file keeps its owner and group", () => {
  const path = join(folder, "kept.spinscope");
  writeFileSync(path, "old");
  chownSync(path, 12_345, 23_456);
  chmodSync(path, 0o2750);
  saveRecording(nodeSaveFiles, path, goodRecording().recording, (text) => Buffer.from(text));
  const { uid, gid, mode } = statSync(path);
  expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 12_345, gid: 23_456, mode: 0o2750 });
});
