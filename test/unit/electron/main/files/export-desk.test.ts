import type { SaveDialogOptions } from "electron";
import { beforeEach, describe, expect, test } from "vitest";
import type { JournalLoss } from "../../../../../core/journal/recording-from-journal.ts";
import { defaultFileName } from "../../../../../electron/main/files/default-file-name.ts";
import { ExportDesk, type ExportSource, withEnding } from "../../../../../electron/main/files/export-desk.ts";
import { nothingKnown } from "../../../../support/nothing-known.ts";

let chosen: { readonly canceled: boolean; readonly filePath: string };
let asked: SaveDialogOptions[];
let written: string[];
let told: string[];
let source: ExportSource | undefined;
let failure: Error | undefined;
let loss: JournalLoss | undefined;
let desk: ExportDesk<ExportSource>;

beforeEach(() => {
  chosen = { canceled: false, filePath: "/exports/mine.spinscope" };
  asked = [];
  written = [];
  told = [];
  failure = undefined;
  loss = undefined;
  source = {
    name: "one-job-two-ways 2026-01-31 14-05-09",
    from: { kind: "journal", path: "/data/1.journal", committed: nothingKnown },
  };
  desk = new ExportDesk({
    language: "en",
    source: () => source,
    askWhere: async (options) => {
      asked.push(options);
      return chosen;
    },
    write: async (from, target) => {
      if (failure !== undefined) throw failure;
      written.push(`${from.path} → ${target}`);
      return loss;
    },
    onWritten: ({ name }, format, path) => void told.push(`${name} as ${format} in ${path}`),
  });
});

describe("exporting", () => {
  test("writes the present recording where the person said, and answers with the path", async () => {
    expect(await desk.export("spinscope")).toEqual({ ok: true, path: "/exports/mine.spinscope" });
    expect(written).toEqual(["/data/1.journal → /exports/mine.spinscope"]);
  });

  test("tells what is in which file, once it is there", async () => {
    await desk.export("spinscope");
    failure = new Error("the disk is full");
    await desk.export("spinscope");
    expect(told).toEqual(["one-job-two-ways 2026-01-31 14-05-09 as spinscope in /exports/mine.spinscope"]);
  });

  test("says so when the journal could not be read back whole: where the file is, how much it lacks, and why", async () => {
    loss = { events: 127, of: 200, damage: { at: 900, reason: "a record's checksum is wrong" } };
    const answer = await desk.export("spinscope");
    for (const said of ["127 of 200 events are missing", "/exports/mine.spinscope", "a record's checksum is wrong"]) {
      expect(answer).toEqual({ ok: false, problem: expect.stringContaining(said) });
    }
    expect(told).toEqual([]);
  });

  test("names a run's recording by its lesson and the time", () => {
    const name = defaultFileName({ lesson: "one-job-two-ways", started: "2026-01-31T14:05:09" });
    expect(name).toBe("one-job-two-ways 2026-01-31 14-05-09");
  });

  test("offers that name with the format's ending", async () => {
    await desk.export("trace-event");
    expect(asked[0]?.defaultPath).toBe("one-job-two-ways 2026-01-31 14-05-09.trace.json");
  });

  test("does nothing when the person changes their mind", async () => {
    chosen = { canceled: true, filePath: "" };
    expect(await desk.export("spinscope")).toEqual({ ok: true });
    expect(written).toEqual([]);
  });

  test("says that there is nothing to export before the first run", async () => {
    source = undefined;
    expect(await desk.export("spinscope")).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  test("says why a file was not written", async () => {
    failure = new Error("the disk is full");
    const answer = await desk.export("spinscope");
    expect(answer.ok ? "" : answer.problem).toContain("the disk is full");
  });

  test("adds the format's ending to a name that was typed without it", () => {
    expect(withEnding("/a/run", "trace.json")).toBe("/a/run.trace.json");
    expect(withEnding("/a/run.TRACE.json", "trace.json")).toBe("/a/run.TRACE.json");
  });
});
