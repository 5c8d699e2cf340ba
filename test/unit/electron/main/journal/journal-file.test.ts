import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { JournalFile } from "../../../../../electron/main/journal/journal-file.ts";

let top: string;
let folder: string;
let now: number;
let restored: string[];
let file: JournalFile;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "spinscope-journal-file-"));
  folder = join(top, "recordings");
  mkdirSync(folder);
  now = 0;
  restored = [];
  file = new JournalFile(join(folder, "run.journal"), { now: () => now, onRestored: (path) => restored.push(path) });
  file.append(bytesOf("begin "));
});

afterEach(() => {
  file.close();
  rmSync(top, { recursive: true, force: true });
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = () => readFileSync(file.path, "utf8");

// An open file can't be moved or deleted on Windows.
describe.skipIf(process.platform === "win32")("a journal's file that goes away while it is written", () => {
  test.each<readonly [string, () => void]>([
    ["its folder is deleted", () => rmSync(folder, { recursive: true })],
    ["its folder is renamed", () => renameSync(folder, join(top, "elsewhere"))],
    ["it is deleted", () => rmSync(file.path)],
    ["it is renamed", () => renameSync(file.path, join(folder, "other"))],
  ])("is put back whole when %s, and grows on", (_, take) => {
    take();
    now = 250;
    file.append(bytesOf("middle "));
    expect([read(), restored]).toEqual(["begin middle ", [file.path]]);
    file.append(bytesOf("end"));
    expect(read()).toBe("begin middle end");
  });

  test("is put back when it is asked for, however soon", () => {
    rmSync(folder, { recursive: true });
    file.append(bytesOf("middle"));
    file.keep();
    expect(read()).toBe("begin middle");
  });

  test("is not looked for at each record", () => {
    rmSync(file.path);
    now = 249;
    file.append(bytesOf("middle"));
    expect(restored).toEqual([]);
  });

  test("says so when another file has its name now", () => {
    rmSync(file.path);
    writeFileSync(file.path, "somebody else's");
    expect(() => file.keep()).toThrow(/was moved or deleted, and can't be written again: EEXIST/);
    expect(read()).toBe("somebody else's");
  });
});

test("a journal's file that stays is left alone", () => {
  now = 1_000;
  file.append(bytesOf("end"));
  file.keep();
  expect([read(), restored]).toEqual(["begin end", []]);
});
