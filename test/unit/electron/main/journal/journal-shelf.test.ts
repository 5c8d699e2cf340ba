import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { JournalReader } from "../../../../../core/journal/journal-reader.ts";
import type { RecordingStart } from "../../../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../../../core/trace/batch.ts";
import { laneOf, type ProducerId, producerId } from "../../../../../core/trace/ids.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TaskWriter } from "../../../../../core/trace/task-writer.ts";
import { JournalShelf } from "../../../../../electron/main/journal/journal-shelf.ts";

const main = producerId(0);
const page = producerId(1);
let folder: string;
let shelf: JournalShelf;
let problems: string[];

const start = (run: number): RecordingStart => ({
  run,
  lesson: "one-job-two-ways",
  modes: ["coroutines"],
  parameters: {},
  started: `2026-01-01T00:00:${String(run).padStart(2, "0")}.000Z`,
  origin: 1_000,
  clocks: [],
});

function batch(producer: ProducerId, write: (writer: TaskWriter) => void): Batch {
  const recorder = new Recorder({ producer });
  write(new TaskWriter(producer, recorder));
  const [written] = recorder.flush();
  if (written === undefined) throw new Error("nothing was written");
  return written;
}

beforeEach(() => {
  problems = [];
  folder = join(mkdtempSync(join(tmpdir(), "spinscope-journals-")), "recordings");
  shelf = new JournalShelf(folder, { app: "spinscope test", host: {} }, (problem) => problems.push(problem));
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

describe("the shelf of journals", () => {
  test("makes no file before a recording begins", () => {
    shelf.openSink();
    expect(readdirSync(folder)).toEqual([]);
    expect(shelf.present).toBeUndefined();
    expect(shelf.openCursor().read()).toEqual([]);
  });

  test("has every record in the file when the call that wrote it returns", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "one")));
    const path = shelf.present?.journal ?? "";
    const entries = new JournalReader().push(readFileSync(path));
    expect(entries.map((entry) => entry.type)).toEqual(["start", "batch"]);
  });

  test("keeps the newest few journals", () => {
    for (let run = 1; run <= 20; run++) {
      const sink = shelf.openSink();
      sink.begin(start(run));
      sink.end({ clocks: [], producers: [], dropped: 0 });
    }
    const names = readdirSync(folder).sort();
    expect(names).toHaveLength(9);
    expect(shelf.present?.journal).toBe(join(folder, names.at(-1) ?? ""));
  });
});

describe("a cursor over the present journal", () => {
  test("reads what is there, and later what came meanwhile", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "one")));
    const cursor = shelf.openCursor();
    expect(cursor.read().map(({ texts }) => texts)).toEqual([["one"]]);
    expect(cursor.read()).toEqual([]);
    sink.append(batch(main, (writer) => writer.output(1_700, laneOf(main, 0), "two")));
    expect(cursor.read().map(({ texts }) => texts)).toEqual([["two"]]);
    cursor.close();
  });

  test("ends and says why when the journal is gone", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    rmSync(shelf.present?.journal ?? "");
    expect(shelf.openCursor().read()).toEqual([]);
    expect(problems).toEqual([expect.stringContaining("ENOENT")]);
  });

  test("gives stamps since the origin, on main's clock and on another that was aligned", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    sink.producer({ id: page, role: "coroutines", pid: 1, thread: 0, epoch: 0, clock: 1, tail: "unknown" });
    sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "main")));
    sink.append(
      batch(page, (writer) => {
        // At 50 000 on the page's clock it was 700 µs after the origin.
        writer.clock(50_000, laneOf(page, 0), 1, 50_000, 700, 40);
        writer.timerSet(50_100, laneOf(page, 0), 50_300);
      }),
    );
    const [first, second] = shelf.openCursor().read();
    expect([...(first?.columns.t ?? [])]).toEqual([500]);
    expect([...(second?.columns.t ?? [])]).toEqual([700, 800]);
    expect(second?.columns.n[1]).toBe(1_000);
  });
});
