import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { committedIn } from "../../support/nothing-lost/committed.ts";
import { madeExport, madeJournal } from "../../support/nothing-lost/made-recording.ts";
import { lostAfter } from "../../support/nothing-lost/nothing-lost.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-lost-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const journal = madeJournal();
const committed = committedIn(journal);

/** The export, with its lines changed. */
function exported(change: (lines: string[]) => string[] = (lines) => lines): string {
  const path = join(folder, "run.spinscope");
  writeFileSync(path, change(madeExport(journal).split("\n")).join("\n"));
  return path;
}

const without = (word: string) => (lines: string[]) => lines.filter((line) => !line.includes(word));

describe("the checker of what was lost", () => {
  it("has nothing to say of a whole recording", () => {
    const emitted = new Map([[16, 6]]);
    const acknowledged = new Map([[16, 6]]);
    const died = () => false;
    expect(lostAfter({ exported: exported(), committed, emitted, acknowledged, died, folders: [folder] })).toEqual([]);
  });

  it("finds a committed event that is absent, N1 and N2", () => {
    const lost = lostAfter({ exported: exported(without("first")), committed });
    expect(lost.join("\n")).toMatch(/N1: 1 committed events are absent, the first is 16:2/);
    expect(lost.join("\n")).toMatch(/N2, N4 \(numbers\): number 2 of producer 16 missing/);
  });

  it("takes no gap for the event that it stands for", () => {
    const gap = '{"p":16,"s":2,"t":30.000,"lane":16777217,"kind":"gap","from":2,"to":2,"reason":"planted"}';
    const path = exported((lines) => lines.map((line) => (line.includes("first") ? gap : line)));
    expect(lostAfter({ exported: path, committed }).join("\n")).toMatch(/N1: 1 committed events are absent/);
  });

  it("finds events that were acknowledged and not kept, and counts that do not agree", () => {
    const lost = lostAfter({
      exported: exported(),
      acknowledged: new Map([[16, 9]]),
      emitted: new Map([[16, 9]]),
    });
    expect(lost.join("\n")).toMatch(/N1: producer 16 was acknowledged up to 8, and its last number is 5/);
    expect(lost.join("\n")).toMatch(/N3: producer 16 wrote 9 events, and 6 are kept/);
  });

  it("finds a producer that died and is said to be whole", () => {
    const lost = lostAfter({ exported: exported(), died: (producer) => producer === 16 });
    expect(lost).toEqual(["N3: the tail of producer 16 is known, though it died"]);
  });

  it("finds a lane without an end", () => {
    const lost = lostAfter({ exported: exported(without('"how":"open"')) });
    expect(lost.join("\n")).toMatch(/N4: lane "threads 2" has 0 ends/);
  });

  it("finds what a save left behind, a file that a failed save changed, and a cut one", () => {
    writeFileSync(join(folder, ".run.spinscope.1.part"), "");
    const target = join(folder, "target");
    writeFileSync(target, "half");
    const untouched = new Map([[target, Buffer.from("old")]]);
    const cut = exported((lines) => lines.slice(0, -2));
    expect(
      lostAfter({ exported: cut, folders: [folder], untouched }).filter((one) => one.startsWith("N5")),
    ).toHaveLength(3);
  });
});
