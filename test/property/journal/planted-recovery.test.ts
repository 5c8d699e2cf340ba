/**
 * The twins of the checks on recovery: with a bug planted, what holds for the genuine module is found not to.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeNative } from "../../../core/formats/native/native-writer.ts";
import { recordingFromJournal } from "../../../core/journal/recording-from-journal.ts";
import * as alignment from "../../../core/trace/clock/alignment.ts";
import * as journalFolder from "../../../electron/main/journal/journal-folder.ts";
import { journalFileName, journalStem } from "../../../electron/main/journal/journal-name.ts";
import * as recovery from "../../../electron/main/recovery/recover-journal.ts";
import * as processIdentity from "../../../electron/node/process-identity.ts";
import { nothingKnown } from "../../support/nothing-known.ts";
import { committedAt } from "../../support/nothing-lost/committed.ts";
import { madeJournal } from "../../support/nothing-lost/made-recording.ts";
import { lostAfter } from "../../support/nothing-lost/nothing-lost.ts";
import type { PlantedBug } from "../../support/planted/planted-bug.ts";
import { plantedModule } from "../../support/planted/planted-module.ts";

const entry = "electron/main/recovery/recover-journal.ts";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-planted-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is lost when a torn journal is recovered by that module. */
function lostIn({ recoverJournal }: typeof recovery): readonly string[] {
  const path = join(folder, journalFileName(journalStem(1, "t", 5, 1), { pid: 5, start: "dead" }));
  const bytes = madeJournal(false);
  writeFileSync(path, bytes.subarray(0, bytes.length - 3));
  const committed = committedAt(path);
  recoverJournal(path, "Spinscope ended.");
  const exported = join(folder, "recovered.spinscope");
  writeFileSync(
    exported,
    [...writeNative(recordingFromJournal([readFileSync(path)], "running", nothingKnown).recording)].join(""),
  );
  return lostAfter({ exported, committed, died: () => true });
}

const bugs: readonly PlantedBug[] = [
  {
    name: "recovery-cuts-too-much",
    module: "electron/main/recovery/recover-journal.ts",
    right: "truncateSync(path, at);",
    wrong: "truncateSync(path, at - 100);",
  },
  {
    name: "recovery-leaves-lanes-open",
    module: "core/journal/journal-closing.ts",
    right: 'writer.laneEnded(at, lane, "abandoned", { error: reason });',
    wrong: 'writer.laneEnded(at, lane, "open");',
  },
  {
    name: "recovery-trusts-every-tail",
    module: "core/journal/journal-closing.ts",
    right: 'this.#byes.has(producer.id) ? producer : { ...producer, tail: "unknown" }',
    wrong: "producer",
  },
  {
    name: "recovery-ends-no-lane",
    module: "core/journal/journal-closing.ts",
    right: "this.#open.list(() => true)",
    wrong: "this.#open.list(() => false)",
  },
];

describe("recovering a torn journal", () => {
  test("loses nothing", () => {
    expect(lostIn(recovery)).toEqual([]);
  });

  test.each(bugs)("with $name is found out", { timeout: 60_000 }, async (bug) => {
    expect(lostIn(await plantedModule(bug, entry, recovery))).not.toEqual([]);
  });
});

describe("an owner", () => {
  /** Whether a journal of a number that was given again is called a living process's. */
  const isFooled = ({ isAlive }: typeof processIdentity): boolean =>
    isAlive({ pid: process.ppid, start: "01d" }, { pid: process.pid, start: "5e1f" }, () => "0e3");

  test("that goes by its number alone is found out", { timeout: 60_000 }, async () => {
    const bug: PlantedBug = {
      name: "owner-by-number-alone",
      module: "electron/node/process-identity.ts",
      right: "return start === unknownStart || there === undefined || there === start;",
      wrong: "return true;",
    };
    expect(isFooled(processIdentity)).toBe(false);
    expect(isFooled(await plantedModule(bug, bug.module, processIdentity))).toBe(true);
  });
});

describe("a wall clock that jumps back", () => {
  /** The ordinal of the oldest journal, when the second was made with the clock years back. */
  const oldest = ({ journalsIn }: typeof journalFolder): number | undefined => {
    mkdirSync(folder, { recursive: true });
    const owner = { pid: 5, start: "dead" };
    for (const [at, started] of ["2031-01-01T00:00:00Z", "2019-01-01T00:00:00Z"].entries()) {
      writeFileSync(join(folder, journalFileName(journalStem(at + 1, started, 5, 1), owner)), "");
    }
    return journalsIn(folder)[0]?.ordinal;
  };

  test("is found out where journals are ordered by it", { timeout: 60_000 }, async () => {
    const bug: PlantedBug = {
      name: "journals-by-wall-clock",
      module: "electron/main/journal/journal-folder.ts",
      right: "a.ordinal - b.ordinal || (a.stem < b.stem ? -1 : 1)",
      wrong: "a.stem.slice(9) < b.stem.slice(9) ? -1 : 1",
    };
    expect(oldest(journalFolder)).toBe(1);
    expect(oldest(await plantedModule(bug, bug.module, journalFolder))).toBe(2);
  });
});

describe("a page's clock that jumps", () => {
  /** The error that is stated of an instant just before the jump, and the true one, µs. */
  const errors = ({ Alignment }: typeof alignment): readonly [stated: number, actual: number] => {
    const known = Alignment.of([
      { raw: 0, main: 0, rtt: 40 },
      { raw: 6e6, main: 1e6, rtt: 40 },
      { raw: 1_005e6, main: 1_000e6, rtt: 40 },
    ]);
    return [known.errorUs(0.9e6), Math.abs(known.toMain(0.9e6) - 0.9e6)];
  };

  test("is found out where the stated error does not hold for it", { timeout: 60_000 }, async () => {
    const bug: PlantedBug = {
      name: "alignment-without-jumps",
      module: "core/trace/clock/alignment.ts",
      right: "return moved(left, right) > left.error + right.error + drift * (right.raw - left.raw);",
      wrong: "return moved(left, right) > Infinity * (left.error + drift);",
    };
    const [stated, actual] = errors(alignment);
    expect(stated).toBeGreaterThanOrEqual(actual);
    const [wrong, there] = errors(await plantedModule(bug, bug.module, alignment));
    expect(wrong).toBeLessThan(there);
  });
});
