import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { settleJournal } from "../../../../../electron/main/journal/journal-folder.ts";
import { mayBeLeftBehind } from "../../../../../electron/main/recovery/left-behind.ts";
import { saveNoteName } from "../../../../../electron/main/recovery/save-note.ts";
import { nodeSaveFiles } from "../../../../../electron/node/node-save-files.ts";
import { unknownStart } from "../../../../../electron/node/process-identity.ts";
import { makeJournal } from "../../../../support/made-journal.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "spinscope-left-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const recordings = () => join(root, "recordings");
const saves = () => join(root, "saves");
const isLeft = (start = "0a1b2c3d4e5f") =>
  mayBeLeftBehind({ recordings: recordings(), saves: saves(), own: root, self: { pid: 1, start }, reason: "" });

test("nothing is left behind where there are no folders, or nothing but what was settled", () => {
  expect(isLeft()).toBe(false);
  const journal = makeJournal({ folder: recordings(), ordinal: 1, events: 3 });
  settleJournal(journal, "saved");
  mkdirSync(saves());
  writeFileSync(join(root, "settings.json"), "{}");
  expect(isLeft()).toBe(false);
});

test("a journal of which nothing was decided may be, also one that was put off", () => {
  makeJournal({ folder: recordings(), ordinal: 1, events: 3 });
  expect(isLeft()).toBe(true);
});

test("a note of a save may be, and a draft of the app's own", () => {
  mkdirSync(saves());
  writeFileSync(join(saves(), saveNoteName({ pid: 5, start: "dead" }, 1)), "/gone");
  expect(isLeft()).toBe(true);
  rmSync(saves(), { recursive: true });
  writeFileSync(nodeSaveFiles.beside(join(root, "settings.json")), "half");
  expect(isLeft()).toBe(true);
});

test("who can't tell looks: a process that does not know its own start, and a folder that is none", () => {
  expect(isLeft(unknownStart)).toBe(true);
  mkdirSync(dirname(recordings()), { recursive: true });
  writeFileSync(recordings(), "a file");
  expect(isLeft()).toBe(true);
});
