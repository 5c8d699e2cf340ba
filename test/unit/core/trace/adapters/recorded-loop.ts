/**
 * A loop on the virtual clock that is recorded, for tests: its events, and a text of them that a person can read.
 */
import { coroutine, sleep } from "../../../../../core/asyncio/index.ts";
import { VirtualClock, VirtualEventLoop } from "../../../../../core/asyncio/virtual-clock.ts";
import { AsyncioAdapter } from "../../../../../core/trace/adapters/asyncio-adapter.ts";
import type { Batch } from "../../../../../core/trace/batch.ts";
import { eventOf } from "../../../../../core/trace/decode.ts";
import { type AnyEvent, type EventOf, isKnown } from "../../../../../core/trace/event.ts";
import { noLane, producerId } from "../../../../../core/trace/ids.ts";
import type { Kind } from "../../../../../core/trace/kinds.ts";
import type { Lane } from "../../../../../core/trace/lane.ts";
import { rowOfBatch } from "../../../../../core/trace/read-row.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TraceTable } from "../../../../../core/trace/table.ts";
import { TaskWriter } from "../../../../../core/trace/task-writer.ts";

/** µs in a second, and in a ms: what a unit of the loop's time may be. */
export const unit = { second: 1_000_000, millisecond: 1_000 } as const;

export class RecordedLoop {
  readonly loop: VirtualEventLoop;
  readonly adapter: AsyncioAdapter;
  readonly writer: TaskWriter;
  readonly now: () => number;
  readonly #recorder: Recorder;
  readonly #table = new TraceTable();

  /** `capacity`: rows of a batch at most. */
  constructor(microsPerUnit: number, capacity = 256) {
    const clock = new VirtualClock();
    this.loop = new VirtualEventLoop(clock);
    this.#recorder = new Recorder({ producer: producerId(1), capacity, unacknowledged: 100_000 });
    this.writer = new TaskWriter(producerId(1), this.#recorder);
    this.now = () => clock.time() * microsPerUnit;
    const process = this.writer.laneCreated(this.now(), "process", "coroutines", "page", noLane, noLane);
    this.adapter = new AsyncioAdapter(this.writer, process, this.now, microsPerUnit);
    this.loop.observer = this.adapter;
  }

  /** What was recorded since the last call, as it goes to main. */
  batches(): readonly Batch[] {
    return this.#recorder.flush();
  }

  /** What was recorded since the last call. */
  events(): readonly AnyEvent[] {
    return this.batches().flatMap((batch) => {
      this.#table.append(batch);
      return Array.from({ length: batch.count }, (_, index) => eventOf(rowOfBatch(batch, index)));
    });
  }

  /** The lanes of the events taken so far. */
  get lanes(): readonly Lane[] {
    return [...this.#table.lanes.values()];
  }

  /** The name of a lane among the events taken so far. */
  nameOf(lane: number): string | undefined {
    return [...this.#table.lanes.values()].find(({ id }) => id === lane)?.name;
  }

  /** The lane of a name among the events taken so far. */
  laneOf(name: string): number | undefined {
    return [...this.#table.lanes.values()].find((lane) => lane.name === name)?.id;
  }
}

/** One line an event: number, time, lane's name, kind, and what else it says: lanes by name, events by number. */
export function readable(recorded: RecordedLoop, events: readonly AnyEvent[]): string {
  const lines = events.map((event) => {
    const { p: _producer, s, t, lane, kind, ...fields } = event;
    const said = Object.entries(fields).map(([field, value]) => `${field}=${fieldText(field, value, recorded)}`);
    const [number, time] = [String(s).padStart(3), `${Math.round(t / 1_000)} ms`.padStart(6)];
    return [number, time, (recorded.nameOf(lane) ?? "").padEnd(19), kind, ...said].join("  ");
  });
  return `${lines.join("\n")}\n`;
}

const laneFields = new Set(["by", "on", "target", "parent"]);

function fieldText(field: string, value: unknown, recorded: RecordedLoop): string {
  if (laneFields.has(field)) return recorded.nameOf(Number(value)) ?? String(value);
  // What a lane returned may be a list, too, and is no reference.
  return Array.isArray(value) && field !== "value" ? `#${String(value[1])}` : JSON.stringify(value);
}

/** The events of one kind. */
export function of<K extends Kind>(kind: K, events: readonly AnyEvent[]): readonly EventOf<K>[] {
  const wanted = (event: AnyEvent): event is EventOf<K> => event.kind === kind;
  return events.filter(isKnown).filter(wanted);
}

/** Runs a coroutine's body on a recorded loop, closes it, and gives the events, and lanes by their names. */
export function recordOn(recorded: RecordedLoop, body: () => Generator<unknown, unknown, unknown>) {
  recorded.loop.runUntilComplete(coroutine(body)());
  recorded.loop.close();
  const events = recorded.events();
  return { events, lane: (name: string) => recorded.laneOf(name) };
}

/** A coroutine that ends only when it is cancelled. */
export const forever = coroutine(function* forever() {
  while (true) yield* sleep(1);
});
