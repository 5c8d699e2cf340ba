/**
 * Fault 7, the loop's side: random programs that cancel each other and await each other on the real loop, whose page dies
 * at any point, so that main got the events up to there and no more. However it is cut, every task has one end, and all
 * else that a recording promises holds. The same check fails when lanes that had ended are ended again.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as recordings from "../../../core/runs/live-recording.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { Interpreter } from "../../conformance/asyncio/interpreter.ts";
import { wrongWith } from "../../support/kept-recording.ts";
import { ManualTime } from "../../support/manual-time.ts";
import type { PlantedBug } from "../../support/planted/planted-bug.ts";
import { plantedModule } from "../../support/planted/planted-module.ts";
import { KeptFeed, KeptJournal } from "../../support/recorded.ts";
import { rounds } from "../../support/soak.ts";
import { RecordedLoop, unit } from "../../unit/core/trace/adapters/recorded-loop.ts";
import { arbitraryScenario } from "./arbitrary-scenario.ts";

const endsTwice: PlantedBug = {
  name: "ended-tasks-stay-open",
  module: "core/runs/open-lanes.ts",
  right: "this.#open.delete(id);",
  wrong: "",
};

const page = { id: producerId(1), role: "coroutines", pid: 7, thread: 0, epoch: 0, clock: 0, tail: "known" } as const;
const owned = (producer: number): boolean => producer === page.id;

/** What main gets of the program, in batches of a few rows. */
function sent(scenario: unknown): readonly Batch[] {
  const recorded = new RecordedLoop(unit.millisecond, 5);
  new Interpreter(scenario, recorded.loop).run();
  recorded.loop.close();
  return recorded.batches();
}

/** Records the first `arrived` of the batches; the page dies if those are not all. Gives what is wrong. */
function record(batches: readonly Batch[], arrived: number, { LiveRecording }: typeof recordings): readonly string[] {
  const time = new ManualTime(0);
  const journal = new KeptJournal();
  const recording = new LiveRecording({
    start: {
      run: 1,
      lesson: "",
      modes: ["coroutines"],
      parameters: {},
      started: "2026-01-01T00:00:00.000Z",
      origin: 0,
      clocks: [{ id: 0, kind: "virtual", errorUs: 0 }],
    },
    pid: 42,
    journal,
    feed: new KeptFeed(),
    now: time.now,
    after: time.after,
    createAlignment: () => ({ add: () => {}, toMain: (raw) => raw, errorUs: () => 0 }),
  });
  recording.addProducer(page);
  for (const batch of batches.slice(0, arrived)) {
    time.pass(Math.max(0, (batch.columns.t.at(-1) ?? 0) - time.nowUs) / 1_000);
    recording.admit(batch);
  }
  if (arrived < batches.length) {
    recording.loseTails(owned);
    recording.endLanes(owned, "abandoned", "the page died");
  }
  recording.end();
  return wrongWith(journal);
}

const cut = fc.record({ scenario: arbitraryScenario, at: fc.double({ min: 0, max: 1.2, noNaN: true }) });

test("tasks that cancel and await each other have one end each, wherever their page dies", { timeout: 900_000 }, () => {
  fc.assert(
    fc.property(cut, ({ scenario, at }) => {
      const batches = sent(scenario);
      expect(record(batches, Math.floor(at * batches.length), recordings)).toEqual([]);
    }),
    { numRuns: rounds(150, 10_000) },
  );
});

test("a recording that ends tasks twice is found out", { timeout: 60_000 }, async () => {
  const planted = await plantedModule(endsTwice, "core/runs/live-recording.ts", recordings);
  const result = fc.check(
    fc.property(cut, ({ scenario, at }) => {
      const batches = sent(scenario);
      return record(batches, Math.floor(at * batches.length), planted).length === 0;
    }),
    { numRuns: 150 },
  );
  expect(result.failed).toBe(true);
});
