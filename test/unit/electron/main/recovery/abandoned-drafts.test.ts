import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { atomicSave } from "../../../../../core/formats/save/atomic-save.ts";
import { removeDrafts } from "../../../../../electron/main/recovery/abandoned-drafts.ts";
import { notedSaveFiles, saveNoteName } from "../../../../../electron/main/recovery/save-note.ts";
import { nodeSaveFiles } from "../../../../../electron/node/node-save-files.ts";

const owner = { pid: 5, start: "dead" };
let root: string;
let saves: string;
let person: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "spinscope-drafts-"));
  saves = join(root, "saves");
  person = join(root, "person");
  mkdirSync(person);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const note = () => join(saves, saveNoteName(owner, 1));
const sweep = (isDead = true) => removeDrafts(saves, [root], () => isDead);

/** A save whose process dies in its middle: neither renamed nor removed. */
function dieWhileSaving(): void {
  const files = notedSaveFiles({ ...nodeSaveFiles, remove: () => undefined }, note());
  const draft = nodeSaveFiles.beside(join(person, "a.spinscope"));
  nodeSaveFiles.close(files.create(draft));
}

describe("the draft of a save", () => {
  test("that came to its end leaves no note, nor does one that failed", () => {
    const files = notedSaveFiles(nodeSaveFiles, note());
    atomicSave(files, join(person, "a.spinscope"), [Buffer.from("new")]);
    const failing = {
      ...files,
      sync: () => {
        throw new Error("no room");
      },
    };
    expect(() => atomicSave(failing, join(person, "b.spinscope"), [])).toThrow("no room");
    expect([readdirSync(saves), readdirSync(person)]).toEqual([[], ["a.spinscope"]]);
  });

  test("whose process died is removed where it is, and nothing else", () => {
    writeFileSync(join(person, ".other.0123456789ab.part"), "not ours");
    dieWhileSaving();
    expect(readdirSync(person)).toHaveLength(2);
    expect(sweep()).toHaveLength(1);
    expect([readdirSync(person), readdirSync(saves)]).toEqual([[".other.0123456789ab.part"], []]);
  });

  test("of a process that lives is left alone", () => {
    dieWhileSaving();
    expect(sweep(false)).toEqual([]);
    expect([readdirSync(person).length, readdirSync(saves).length]).toEqual([1, 1]);
  });

  test("on a disk that is away is removed when that is back", () => {
    dieWhileSaving();
    rmSync(person, { recursive: true });
    expect(sweep()).toEqual([]);
    expect(readdirSync(saves)).toHaveLength(1);
  });

  test("is the only thing that a note can have removed", () => {
    mkdirSync(saves);
    const precious = join(person, "precious.txt");
    writeFileSync(precious, "");
    writeFileSync(note(), precious);
    expect(sweep()).toEqual([]);
    expect(existsSync(precious)).toBe(true);
  });

  test("of the app's own small files is removed once it is certainly nobody's", () => {
    const names = [".spinscope-0123456789abcdef.part", ".spinscope-fedcba9876543210.part"];
    for (const name of names) writeFileSync(join(root, name), "{");
    utimesSync(join(root, names[0] ?? ""), 1, 1);
    expect(sweep()).toEqual([join(root, names[0] ?? "")]);
    expect(existsSync(join(root, names[1] ?? ""))).toBe(true);
  });

  test("of the app's own small files is removed at once when its name says that its process is dead", () => {
    const draft = join(root, ".spinscope-5-dead-0123456789abcdef.part");
    writeFileSync(draft, "{");
    expect(sweep(false)).toEqual([]);
    expect(sweep(true)).toEqual([draft]);
  });
});
