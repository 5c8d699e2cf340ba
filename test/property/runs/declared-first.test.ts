/** However passes cut what threads write at once, each lane is created in what goes before it is written on. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { DeclaredFirst } from "../../../core/thread-host/declared-first.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import { type LaneId, noLane, producerId } from "../../../core/trace/ids.ts";
import { Code } from "../../../core/trace/kinds.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";
import { runs } from "../../support/soak.ts";

const producers = 4;

/** Producers that write at once; each step is of one of them. A pass reads their rings one after another, between steps. */
class Rings {
  readonly #recorders = Array.from({ length: producers }, (_, n) => new Recorder({ producer: producerId(16 + n) }));
  readonly #writers = this.#recorders.map((recorder) => new TraceWriter(recorder.producer, recorder));
  readonly #lanes: LaneId[] = [];
  #now = 0;

  create(by: number, of: number): void {
    const parent = this.#lanes[of % Math.max(1, this.#lanes.length)] ?? noLane;
    const writer = this.#writers[by];
    if (writer !== undefined)
      this.#lanes.push(writer.laneCreated(this.#now++, "thread", "threads", "x", parent, parent));
  }

  use(by: number, lane: number, on: number): void {
    const [used, other] = [lane, on].map((which) => this.#lanes[which % Math.max(1, this.#lanes.length)]);
    if (used !== undefined && other !== undefined) this.#writers[by]?.wait(this.#now++, used, "lock", other, 1);
  }

  /** How many rows there are, in all of them. */
  get written(): number {
    return this.#writers.reduce((sum, { nextSeq }) => sum + nextSeq, 0);
  }

  read(of: number): readonly Batch[] {
    return this.#recorders[of]?.flush() ?? [];
  }
}

interface Row {
  readonly producer: number;
  readonly seq: number;
}

/** The rows of these batches; throws at the first whose lanes are not all created. */
function rowsInOrder(batches: readonly Batch[]): readonly Row[] {
  const declared = new Set<number>([noLane]);
  return batches.flatMap(({ producer, from, count, columns }) =>
    Array.from({ length: count }, (_, row) => {
      const isCreated = columns.kind[row] === Code.laneCreated;
      const named = [columns.other[row] ?? noLane, (isCreated ? columns.n[row] : columns.lane[row]) ?? noLane];
      expect(named.filter((lane) => !declared.has(lane))).toEqual([]);
      if (isCreated) declared.add(columns.lane[row] ?? noLane);
      return { producer, seq: from + row };
    }),
  );
}

const which = fc.nat({ max: 9 });
const thread = fc.nat({ max: producers - 1 });
const step = fc.oneof(
  fc.record({ does: fc.constant("create" as const), by: thread, of: which }),
  fc.record({ does: fc.constant("use" as const), by: thread, lane: which, on: which }),
  fc.record({ does: fc.constant("read" as const) }),
);

it("every row goes once, in its producer's order, after the rows that create its lanes", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const rings = new Rings();
      const order = new DeclaredFirst((lane) => lane !== noLane);
      const gone: Batch[] = [];
      let read: Batch[] = [];
      let next = 0;
      const readNext = () => {
        read.push(...rings.read(next));
        next = (next + 1) % producers;
        if (next !== 0) return;
        gone.push(...order.pass(read));
        read = [];
      };
      for (const one of steps) {
        if (one.does === "read") readNext();
        else if (one.does === "create") rings.create(one.by, one.of);
        else rings.use(one.by, one.lane, one.on);
      }
      while (next !== 0) readNext();
      for (let rest = 0; rest < 2 * producers; rest++) readNext();
      const rows = rowsInOrder(gone);
      expect(rows).toHaveLength(rings.written);
      for (let producer = 16; producer < 16 + producers; producer++) {
        const seqs = rows.filter((row) => row.producer === producer).map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => index));
      }
    }),
    { numRuns: runs(300) },
  );
});

it("what waits for a lane whose creation was lost goes in the pass after", () => {
  const [lost, kept] = [16, 17].map((id) => new Recorder({ producer: producerId(id) }));
  if (lost === undefined || kept === undefined) throw new Error("two recorders were made");
  const lane = new TraceWriter(lost.producer, lost).laneCreated(0, "thread", "threads", "x", noLane, noLane);
  new TraceWriter(kept.producer, kept).run(1, lane, -1, 0);
  const order = new DeclaredFirst(() => true);
  const batches = kept.flush();
  expect(order.pass(batches)).toEqual([]);
  expect(order.pass([])).toEqual(batches);
  expect(order.pass([])).toEqual([]);
});
