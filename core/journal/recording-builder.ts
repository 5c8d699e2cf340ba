/**
 * From a journal's entries to a recording in order of time: stamps of every clock are aligned to main's from the
 * exchanges that the journal holds, counted from the origin, and kept to three decimals.
 * A journal without an end gets one: a recording that still runs leaves its lanes `open`; one whose writer died
 * leaves them `abandoned`, and of each producer at most the last batch may be missing.
 */
import { type Batch, nextAfter } from "../trace/batch.ts";
import { Alignment } from "../trace/clock/alignment.ts";
import type { ClockExchange } from "../trace/clock/exchange.ts";
import { hasDueTime, toNanos } from "../trace/clock/row-times.ts";
import { eventOf } from "../trace/decode.ts";
import type { AnyEvent } from "../trace/event.ts";
import { gapBatch } from "../trace/gap.ts";
import { type LaneId, laneId, makerOf } from "../trace/ids.ts";
import { Code, type End } from "../trace/kinds.ts";
import type { Lane } from "../trace/lane.ts";
import { timeOrder } from "../trace/merge.ts";
import type { Clock, Producer } from "../trace/producer.ts";
import { rowOf } from "../trace/read-row.ts";
import type { Recording, RecordingHeader } from "../trace/recording.ts";
import { TraceTable } from "../trace/table.ts";
import type { Committed } from "./committed.ts";
import { endOpenLanes } from "./end-open-lanes.ts";
import type { JournalEnd, JournalEntry, JournalStart } from "./journal-entry.ts";

/** What a journal without an end is: of a recording that still runs, or of one whose writer died. */
export type Unended = "running" | "died";

/** A recording whose rows are at hand, too. */
export interface BuiltRecording extends Recording {
  readonly table: TraceTable;
}

export class RecordingBuilder {
  readonly #table = new TraceTable();
  readonly #producers = new Map<number, Producer>();
  readonly #byes = new Set<number>();
  /** Of each producer: the number after its last, and the raw stamp and the lane of that. */
  readonly #last = new Map<number, { readonly next: number; readonly t: number; readonly lane: number }>();
  #start: JournalStart | undefined;
  #end: JournalEnd | undefined;

  /** Takes in the next entry of the journal. */
  add(entry: JournalEntry): void {
    switch (entry.type) {
      case "start":
        this.#start = entry.start;
        break;
      case "producer":
        this.#producers.set(entry.producer.id, entry.producer);
        break;
      case "batch":
        this.#table.append(entry.batch);
        this.#note(entry.batch);
        break;
      case "bye":
        this.#byes.add(entry.bye.producer);
        break;
      case "end":
        this.#end = entry.end;
        this.#declare(entry.end.producers);
        break;
    }
  }

  /** Rows of the batches so far. */
  get rows(): number {
    return this.#table.length;
  }

  /**
   * What `committed` has beyond what was added is lost, for `reason`: a gap for each producer that lacks numbers. What the
   * journal's first and last records say is taken from it where they were lost.
   */
  fillUpTo(committed: Committed, reason: string): void {
    this.#start ??= committed.start;
    for (const { producer, next } of committed.producers) {
      if (!this.#producers.has(producer.id)) this.#producers.set(producer.id, producer);
      const last = this.#last.get(producer.id) ?? { next: 0, t: this.#start?.origin ?? 0, lane: 0 };
      if (last.next < next) {
        this.#table.append(gapBatch(producer.id, last.next, next - 1, last.t, last.lane, reason));
      }
    }
    if (this.#end === undefined) this.#declare(committed.end?.producers ?? []);
  }

  /** The recording so far; the builder is used up. @throws Error for a journal without its first record. */
  build(unended: Unended): BuiltRecording {
    const start = this.#start;
    if (start === undefined) throw new Error("the journal ends before its first record: there is nothing to recover");
    const table = this.#table;
    const clocks = start.clocks.map((clock) => this.#align(clock, start.origin));
    const producers = this.#tails(unended);
    if (this.#end === undefined) endOpenLanes(table, howEnded(unended, producers));
    const order = timeOrder(table);
    const header: RecordingHeader = {
      app: start.app,
      lesson: start.lesson,
      modes: start.modes,
      params: start.parameters,
      started: start.started,
      host: start.host,
      clocks,
      producers,
      lanes: lanesInOrder(table, order),
    };
    return { header, events: eventsInOrder(table, order), table };
  }

  #declare(producers: readonly Producer[]): void {
    for (const producer of producers) this.#producers.set(producer.id, producer);
  }

  #note(batch: Batch): void {
    const { t, lane } = batch.columns;
    const row = batch.count - 1;
    this.#last.set(batch.producer, { next: nextAfter(batch), t: t[row] ?? 0, lane: lane[row] ?? 0 });
  }

  #tails(unended: Unended): readonly Producer[] {
    const producers = [...this.#producers.values()].sort((a, b) => a.id - b.id);
    if (this.#end !== undefined || unended === "running") return producers;
    return producers.map((producer) => (this.#byes.has(producer.id) ? producer : { ...producer, tail: "unknown" }));
  }

  /** Aligns every row of one clock; returns the clock with the bound on the error of those rows. */
  #align(clock: Clock, origin: number): Clock {
    const table = this.#table;
    if (clock.kind === "hrtime") {
      this.#retime(clock, (raw) => raw - origin);
      return clock;
    }
    if (clock.kind === "virtual") return clock;
    const alignment = Alignment.of(exchangesOf(table, clock.id));
    const span = this.#retime(clock, (raw) => alignment.toMain(raw));
    if (span === undefined) return clock;
    const bound = alignment.worstErrorUs(span.from, span.to);
    // Without any exchange nothing is known: the bound is then the whole recording.
    return { ...clock, errorUs: toNanos(Number.isFinite(bound) ? bound : span.to - span.from) };
  }

  #retime(clock: Clock, toMain: (raw: number) => number): { from: number; to: number } | undefined {
    const table = this.#table;
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < table.length; row++) {
      if (this.#producers.get(table.producer(row))?.clock !== clock.id) continue;
      const raw = table.t(row);
      from = Math.min(from, raw);
      to = Math.max(to, raw);
      const n = table.n(row);
      table.retime(row, toNanos(toMain(raw)), hasDueTime(table.kind(row)) ? toNanos(toMain(n)) : n);
    }
    return to >= from ? { from, to } : undefined;
  }
}

/** How a lane ends of which no end is there: open where its recording goes on, but not where its own process died. */
function howEnded(unended: Unended, producers: readonly Producer[]): (lane: LaneId) => End {
  if (unended === "died") return () => "abandoned";
  const dead = new Set(producers.filter(({ tail }) => tail === "unknown").map(({ role }) => role));
  const roles = new Map<number, Producer["role"]>(producers.map(({ id, role }) => [id, role]));
  return (lane) => {
    const role = roles.get(makerOf(lane));
    return role !== undefined && dead.has(role) ? "abandoned" : "open";
  };
}

function* exchangesOf(table: TraceTable, clock: number): Generator<ClockExchange> {
  for (let row = 0; row < table.length; row++) {
    if (table.kind(row) !== Code.clock || table.other(row) !== clock) continue;
    const event = eventOf(rowOf(table, row));
    if (event.kind === "clock" && "rtt" in event) yield { raw: event.raw, main: event.main, rtt: event.rtt };
  }
}

/** The lanes as they came into being, so that a parent stands before its children. */
function lanesInOrder(table: TraceTable, order: Uint32Array): readonly Lane[] {
  const lanes = new Map<number, Lane>();
  for (const row of order) {
    const lane = table.kind(row) === Code.laneCreated ? table.lanes.get(laneId(table.lane(row))) : undefined;
    if (lane !== undefined) lanes.set(lane.id, lane);
  }
  return [...lanes.values()];
}

function* eventsInOrder(table: TraceTable, order: Uint32Array): Generator<AnyEvent> {
  for (const row of order) yield eventOf(rowOf(table, row));
}
