import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordingFromJournal } from "../../../../../core/journal/recording-from-journal.ts";
import { checkRecording } from "../../../../../core/trace/check/check-recording.ts";
import { journalsIn, postponeJournal, settleJournal } from "../../../../../electron/main/journal/journal-folder.ts";
import { journalFileName, journalStem } from "../../../../../electron/main/journal/journal-name.ts";
import { claimJournal } from "../../../../../electron/main/recovery/claim-journal.ts";
import { recoverJournal } from "../../../../../electron/main/recovery/recover-journal.ts";
import { nothingKnown } from "../../../../support/nothing-known.ts";
import { committedAt, committedIn } from "../../../../support/nothing-lost/committed.ts";
import { madeJournal } from "../../../../support/nothing-lost/made-recording.ts";

const stem = journalStem(1, "2026-01-31T14:05:09.000Z", 5, 1);
const dead = { pid: 5, start: "dead" };
const self = { pid: 6, start: "5e1f" };
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-recover-"));
  path = join(folder, journalFileName(stem, dead));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recorded = () => recordingFromJournal([readFileSync(path)], "running", nothingKnown);

describe("a dead process's journal", () => {
  test("without its end is closed: open lanes are abandoned with the reason, and tails are unknown", () => {
    writeFileSync(path, madeJournal(false));
    const { summary, setAside } = recoverJournal(path, "Spinscope ended.");
    expect(setAside).toBeUndefined();
    const { kind, recording } = recorded();
    expect(kind).toBe("whole");
    const events = [...recording.events];
    expect(events.filter(({ kind }) => kind === "lane.ended")).toMatchObject([
      { p: 0, s: 0, how: "abandoned", error: "Spinscope ended." },
      { p: 0, s: 1, how: "abandoned", error: "Spinscope ended." },
    ]);
    expect(recording.header.producers.map(({ tail }) => tail)).toEqual(["unknown", "unknown"]);
    expect(summary).toMatchObject({ lesson: "one-job-two-ways", events: 6, end: 40 });
    expect(summary?.modes).toEqual([
      { mode: "threads", phase: "ended", outcome: { how: "lost", error: "Spinscope ended." } },
    ]);
  });

  test("with its end is left as it is, to the byte", () => {
    const bytes = madeJournal();
    writeFileSync(path, bytes);
    expect(recoverJournal(path, "").summary?.events).toBe(6);
    expect(readFileSync(path)).toEqual(bytes);
  });

  test("cut anywhere keeps each whole record, sets the rest aside to the byte, and breaks no invariant", () => {
    const bytes = madeJournal(false);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length }), (cut) => {
        rmSync(folder, { recursive: true });
        folder = mkdtempSync(join(tmpdir(), "spinscope-recover-"));
        path = join(folder, journalFileName(stem, dead));
        const there = bytes.subarray(0, cut);
        const before = committedIn(there);
        writeFileSync(path, there);
        const { summary, setAside } = recoverJournal(path, "");
        if (setAside !== undefined) {
          const { wholeBytes } = before;
          const rest = summary === undefined && wholeBytes <= 8 ? there : there.subarray(wholeBytes);
          expect(readFileSync(setAside)).toEqual(rest);
          expect(setAside).toBe(join(folder, `${stem}.corrupt`));
        }
        if (summary === undefined) return;
        const after = committedAt(path);
        expect([...before.events].filter((name) => !after.events.has(name))).toEqual([]);
        expect(after.isEnded).toBe(true);
        expect(checkRecording(recorded().recording).breaches).toEqual([]);
        // Once more, as by a start that died in between: nothing is added.
        const whole = readFileSync(path);
        recoverJournal(path, "");
        expect(readFileSync(path)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test("that was damaged twice keeps both rests", () => {
    const bytes = madeJournal(false);
    writeFileSync(path, bytes.subarray(0, bytes.length - 3));
    recoverJournal(path, "");
    writeFileSync(path, "torn", { flag: "a" });
    expect(recoverJournal(path, "").setAside).toBe(join(folder, `${stem}.2.corrupt`));
    expect(readFileSync(join(folder, `${stem}.2.corrupt`), "utf8")).toBe("torn");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("that holds nothing is no recording, and that of another program is set aside whole", () => {
    writeFileSync(path, "");
    expect(recoverJournal(path, "")).toEqual({ summary: undefined, setAside: undefined });
    writeFileSync(path, "not a journal at all");
    const { summary, setAside } = recoverJournal(path, "");
    expect(summary).toBeUndefined();
    expect(readFileSync(setAside ?? "", "utf8")).toBe("not a journal at all");
    expect(journalsIn(folder)).toEqual([]);
  });
});

describe("a claim on a journal", () => {
  test("is given to one of those who try, and goes with the stem, not with what was decided", () => {
    writeFileSync(path, madeJournal());
    const [found] = journalsIn(folder);
    if (found === undefined) throw new Error("no journal was found");
    const claimed = claimJournal(found, self);
    expect(claimed).toBe(join(folder, journalFileName(stem, self)));
    expect(claimJournal(found, { pid: 7, start: "0" })).toBeUndefined();
    expect(journalsIn(folder)).toMatchObject([{ stem, owner: self, decided: "nothing" }]);
    postponeJournal(claimed ?? "");
    expect(journalsIn(folder)[0]?.decided).toBe("later");
    settleJournal(claimed ?? "", "saved");
    expect(journalsIn(folder)[0]?.decided).toBe("settled");
  });
});
