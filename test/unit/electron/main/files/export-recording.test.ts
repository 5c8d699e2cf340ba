import {
  mkdirSync,
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
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Committed } from "../../../../../core/journal/committed.ts";
import { JournalWriter } from "../../../../../core/journal/journal-writer.ts";
import { noLane, producerId } from "../../../../../core/trace/ids.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../../../core/trace/writer.ts";
import type { ExportFrom } from "../../../../../electron/main/files/export-from.ts";
import { exportRecording } from "../../../../../electron/main/files/export-recording.ts";
import { nothingKnown } from "../../../../support/nothing-known.ts";

let folder = "";
const path = (name: string) => join(folder, name);

/** A journal of three events, as main writes it. */
function writeJournal(file: string, tail: readonly number[] = []): Committed {
  const bytes: number[] = [];
  const journal = new JournalWriter((piece) => bytes.push(...piece), { app: "spinscope 0.1.0", host: {} });
  journal.begin({
    lesson: "one-job-two-ways",
    modes: ["threads"],
    parameters: {},
    started: "2026-11-22T09:00:00.000Z",
    origin: 1_000,
    clocks: [{ id: 0, kind: "hrtime", errorUs: 0 }],
  });
  const main = producerId(0);
  journal.producer({ id: main, role: "main", pid: 41, thread: 0, epoch: 0, clock: 0, tail: "known" });
  const recorder = new Recorder({ producer: main });
  const writer = new TraceWriter(main, recorder);
  const lane = writer.laneCreated(1_000, "process", "main", "main 41", noLane, noLane);
  writer.output(1_250, lane, "생각 🌀\n");
  for (const batch of recorder.flush()) journal.append(batch);
  writeFileSync(file, Uint8Array.from([...bytes, ...tail]));
  return journal.committed;
}

const journal = (name: string): ExportFrom => ({ kind: "journal", path: path(name), committed: nothingKnown });

function opened(name: string): ExportFrom {
  const { size, mtimeMs } = statSync(path(name));
  return { kind: "file", path: path(name), size, modified: mtimeMs };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-export-"));
  writeJournal(path("run.journal"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("an export", () => {
  it("writes each format by the file's ending, whole and with nothing beside it", () => {
    exportRecording(journal("run.journal"), path("a.spinscope"));
    exportRecording(journal("run.journal"), path("a.trace.json"));
    const lines = readFileSync(path("a.spinscope"), "utf8").split("\n");
    expect(lines.slice(1)).toEqual([
      '{"p":0,"s":0,"t":0.000,"lane":0,"kind":"lane.created"}',
      '{"p":0,"s":1,"t":250.000,"lane":0,"kind":"output","text":"생각 🌀\\n"}',
      '{"p":0,"s":2,"t":250.000,"lane":0,"kind":"lane.ended","how":"open"}',
      '{"end":true,"events":3,"dropped":0}',
      "",
    ]);
    expect(JSON.parse(readFileSync(path("a.trace.json"), "utf8")).otherData.lesson).toBe("one-job-two-ways");
    expect(readdirSync(folder).sort()).toEqual(["a.spinscope", "a.trace.json", "run.journal"]);
  });

  it("takes the whole records of a journal whose last one is still being written", () => {
    writeJournal(path("torn.journal"), [200, 0, 0, 0, 1, 2, 3]);
    exportRecording(journal("torn.journal"), path("a.spinscope"));
    expect(readFileSync(path("a.spinscope"), "utf8")).toContain('"events":3');
  });

  it("says what it lacks of a journal that was damaged, and the file says where", () => {
    const committed = writeJournal(path("spoilt.journal"));
    const whole = readFileSync(path("spoilt.journal"));
    const from: ExportFrom = { kind: "journal", path: path("spoilt.journal"), committed };
    expect(exportRecording(from, path("a.spinscope"))).toBeUndefined();
    for (const [spoilt, reason] of [
      [whole.subarray(0, -1), "the file ends inside a record"],
      [Buffer.from(whole).fill(0, whole.length - 9, whole.length - 8), "a record's checksum is wrong"],
      [Buffer.alloc(whole.length, 0xff), "the file is no journal of this version of Spinscope"],
      [Buffer.alloc(0), "the file is too short to be a journal"],
    ] as const) {
      writeFileSync(path("spoilt.journal"), spoilt);
      const loss = exportRecording(from, path("a.spinscope"));
      expect(loss).toMatchObject({ events: 2, of: 2, damage: { reason } });
      const [header, ...lines] = readFileSync(path("a.spinscope"), "utf8").split("\n");
      expect(JSON.parse(header ?? "")).toMatchObject({ lesson: "one-job-two-ways", producers: [{ id: 0, pid: 41 }] });
      expect(lines.slice(0, 2)).toEqual([
        `{"p":0,"s":0,"t":0.000,"lane":0,"kind":"gap","from":0,"to":1,"reason":"the journal was damaged on the disk: ${reason}"}`,
        '{"end":true,"events":1,"dropped":2}',
      ]);
    }
  });

  it("replaces a file, and what a link leads to rather than the link", () => {
    writeFileSync(path("old.spinscope"), "old");
    symlinkSync(path("old.spinscope"), path("link.spinscope"));
    exportRecording(journal("run.journal"), path("link.spinscope"));
    expect(readFileSync(path("old.spinscope"), "utf8")).toContain('"events":3');
    expect(readdirSync(folder).length).toBe(3);
  });

  it("says why it can't write, and leaves what was there", () => {
    mkdirSync(path("a.spinscope"));
    expect(() => exportRecording(journal("run.journal"), path("a.spinscope"))).toThrow("is no regular file");
    expect(() => exportRecording(journal("run.journal"), path("a.pdf"))).toThrow(
      "its ending must be .spinscope, .trace.json, .csv or .svg",
    );
    expect(() => exportRecording(journal("run.journal"), path("no/such/a.spinscope"))).toThrow("there is no folder");
    expect(() => exportRecording(journal("none.journal"), path("b.spinscope"))).toThrow("ENOENT");
    expect(readdirSync(folder).sort()).toEqual(["a.spinscope", "run.journal"]);
  });

  it("leaves the old file when the journal turns out to hold nothing", () => {
    writeFileSync(path("b.spinscope"), "old");
    writeFileSync(path("empty.journal"), "");
    expect(() => exportRecording(journal("empty.journal"), path("b.spinscope"))).toThrow("nothing to recover");
    expect(readFileSync(path("b.spinscope"), "utf8")).toBe("old");
  });

  it("of an opened file keeps what this version does not know, byte for byte", () => {
    exportRecording(journal("run.journal"), path("a.spinscope"));
    const lines = readFileSync(path("a.spinscope"), "utf8").split("\n");
    lines[1] = '{"p":0,"s":0,"t":0.000,"lane":0,"kind":"lane.created","mood":"good"}';
    lines[2] = '{"p":0,"s":1,"t":250.000,"lane":0,"kind":"tea","sugar":2}';
    writeFileSync(path("newer.spinscope"), lines.join("\n"));
    exportRecording(opened("newer.spinscope"), path("again.spinscope"));
    expect(readFileSync(path("again.spinscope"), "utf8")).toBe(lines.join("\n"));
    exportRecording(opened("newer.spinscope"), path("newer.spinscope"));
    expect(readFileSync(path("newer.spinscope"), "utf8")).toBe(lines.join("\n"));
  });

  it("of an opened file that was changed since says so, and writes nothing", () => {
    exportRecording(journal("run.journal"), path("a.spinscope"));
    const before = opened("a.spinscope");
    writeFileSync(path("a.spinscope"), "another");
    expect(() => exportRecording(before, path("b.spinscope"))).toThrow("was changed after it was opened");
    rmSync(path("a.spinscope"));
    expect(() => exportRecording(before, path("b.spinscope"))).toThrow("can't be opened");
    expect(readdirSync(folder)).toEqual(["run.journal"]);
  });
});
