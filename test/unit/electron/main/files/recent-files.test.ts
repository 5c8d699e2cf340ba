import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RecentFiles } from "../../../../../electron/main/files/recent-files.ts";

let folder: string;
let system: string[];
let changes: number;

const open = (): RecentFiles =>
  new RecentFiles(
    join(folder, "recent-files.json"),
    { add: (path) => void system.push(path), clear: () => void system.push("clear") },
    () => {
      changes += 1;
    },
    () => {},
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-recents-"));
  system = [];
  changes = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("recent files", () => {
  test("have the newest first, each once, ten at most, also after a restart", () => {
    const recents = open();
    for (let n = 0; n < 12; n++) recents.add(`/${n}`);
    recents.add("/5");
    expect(open().paths).toEqual(["/5", "/11", "/10", "/9", "/8", "/7", "/6", "/4", "/3", "/2"]);
    expect(changes).toBe(13);
  });

  test("are told to the system, and cleared there, too", () => {
    const recents = open();
    recents.add("/a");
    recents.clear();
    expect(system).toEqual(["/a", "clear"]);
    expect(open().paths).toEqual([]);
  });

  test("in a list that is spoilt are none", () => {
    writeFileSync(join(folder, "recent-files.json"), '["/a", 5]');
    expect(open().paths).toEqual([]);
  });
});
