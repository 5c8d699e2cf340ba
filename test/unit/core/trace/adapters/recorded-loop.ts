/**
 * A loop on the virtual clock that is recorded, for tests: its events, and a text of them that a person can read.
 */
import { VirtualClock, VirtualEventLoop } from "../../../../../core/asyncio/virtual-clock.ts";
import { AsyncioAdapter } from "../../../../../core/trace/adapters/asyncio-adapter.ts";
import { eventOf } from "../../../../../core/trace/decode.ts";
import type { AnyEvent } from "../../../../../core/trace/event.ts";
import { noLane, producerId } from "../../../../../core/trace/ids.ts";
import { rowOfBatch } from "../../../../../core/trace/read-row.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TaskWriter } from "../../../../../core/trace/task-writer.ts";

/** µs in a second, and in a ms: what a unit of the loop's time may be. */
export const unit = { second: 1_000_000, millisecond: 1_000 } as const;

export class RecordedLoop {
  readonly loop: VirtualEventLoop;
  readonly adapter: AsyncioAdapter;
  readonly writer: TaskWriter;
  readonly now: () => number;
  readonly #recorder: Recorder;

  constructor(microsPerUnit: number) {
    const clock = new VirtualClock();
    this.loop = new VirtualEventLoop(clock);
    this.#recorder = new Recorder({ producer: producerId(1), unacknowledged: 100_000 });
    this.writer = new TaskWriter(producerId(1), this.#recorder);
    this.now = () => clock.time() * microsPerUnit;
    const process = this.writer.laneCreated(this.now(), "process", "coroutines", "page", noLane, noLane);
    this.adapter = new AsyncioAdapter(this.writer, process, this.now, microsPerUnit);
    this.loop.observer = this.adapter;
  }

  /** Everything recorded so far. */
  events(): readonly AnyEvent[] {
    return this.#recorder
      .flush()
      .flatMap((batch) => Array.from({ length: batch.count }, (_, index) => eventOf(rowOfBatch(batch, index))));
  }
}

/** One line an event: time in ms, lane's name, kind, and what else it says, lanes by name and events by number. */
export function readable(events: readonly AnyEvent[]): string {
  const names = new Map<number, string>();
  const lines = events.map((event) => {
    const { p: _producer, s, t, lane, kind, ...fields } = event;
    if (kind === "lane.created" && "name" in fields) names.set(lane, String(fields.name));
    const said = Object.entries(fields).flatMap(([field, value]) => describeField(field, value, names));
    return [String(s).padStart(3), `${t / 1_000} ms`.padStart(9), names.get(lane) ?? String(lane), kind, ...said].join("  ");
  });
  return `${lines.join("\n")}\n`;
}

const laneFields = new Set(["by", "on", "target", "parent"]);

function describeField(field: string, value: unknown, names: ReadonlyMap<number, string>): readonly string[] {
  if (field === "name" || field === "runtime") return [];
  if (laneFields.has(field)) return [`${field}=${names.get(Number(value)) ?? String(value)}`];
  if (Array.isArray(value)) return [`${field}=#${String(value[1])}`];
  return [`${field}=${JSON.stringify(value)}`];
}
