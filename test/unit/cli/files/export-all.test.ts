import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportAll } from "../../../../cli/files/export-all.ts";
import { type TemporaryJournal, temporaryJournal } from "../../../../cli/files/temporary-journal.ts";
import { batchOf, hrtime, laneId, origin, producerOf } from "../../../support/journal-entries.ts";

let folder: string;
let journal: TemporaryJournal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-export-all-"));
  journal = temporaryJournal();
  const started = "2026-01-01T00:00:00.000Z";
  journal.sink.begin({
    run: 1,
    lesson: "one-job-two-ways",
    modes: [],
    parameters: {},
    started,
    origin,
    clocks: [hrtime],
  });
  journal.sink.producer(producerOf(0));
  for (const from of [0, 1]) {
    journal.sink.append(batchOf(0, from, (writer) => writer.output(origin, laneId(0, 0), "x")));
  }
});

afterEach(() => {
  journal.discard();
  rmSync(folder, { recursive: true });
});

test("a run's recording is written whole, and there is nothing to say", async () => {
  const path = join(folder, "a.spinscope");
  expect(await exportAll(journal.path, journal.committed(), [path])).toEqual({ written: [path], problems: [] });
});

test("a temporary journal that was cut is told: what each file lacks, of how much, and why", async () => {
  truncateSync(journal.path, readFileSync(journal.path).length - 1);
  const paths = ["a.spinscope", "b.csv"].map((name) => join(folder, name));
  const { written, problems } = await exportAll(journal.path, journal.committed(), paths);
  expect(written).toEqual(paths);
  expect(problems).toEqual(
    paths.map(
      (path) =>
        `${path} lacks 1 of 2 events: the temporary journal was damaged on the disk (the file ends inside a record). The file says where.`,
    ),
  );
  expect(readFileSync(paths[0] ?? "", "utf8")).toContain('"kind":"gap","from":1,"to":1');
});
