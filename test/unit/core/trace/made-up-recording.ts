/**
 * Recordings made up for tests, said in one line an event. Events are numbered by producer as they are added;
 * `events` and `table` give them in the order in which they were said.
 */
import { rowOfEvent } from "../../../../core/trace/encode.ts";
import { type AnyEvent, type Json, knownEvent } from "../../../../core/trace/event.ts";
import { fileLaneId, type LaneId, producerId } from "../../../../core/trace/ids.ts";
import type { Kind, LaneKind, Runtime } from "../../../../core/trace/kinds.ts";
import type { Lane } from "../../../../core/trace/lane.ts";
import type { Clock, Producer } from "../../../../core/trace/producer.ts";
import type { Recording, RecordingHeader } from "../../../../core/trace/recording.ts";
import { TraceTable } from "../../../../core/trace/table.ts";

type Ref = readonly [number, number];

export class MadeUpRecording {
  readonly events: AnyEvent[] = [];
  readonly lanes: Lane[] = [];
  readonly producers: Producer[] = [];
  clocks: Clock[] = [{ id: 0, kind: "hrtime", errorUs: 0 }];
  params: Record<string, Json> = {};
  readonly #next = new Map<number, number>();

  /** Declares a producer; ones that are only used are declared by `header`. */
  producer(id: number, more: Partial<Producer> = {}): void {
    const plain = { role: "threads", pid: 1, thread: id, epoch: 0, clock: 0, tail: "known" } as const;
    this.producers.push({ id: producerId(id), ...plain, ...more });
  }

  /** Declares a lane in the header only. */
  lane(id: number, kind: LaneKind, name: string, parent?: number, runtime?: Runtime): LaneId {
    const own = fileLaneId(id);
    const plain = { id: own, kind, name, runtime: runtime ?? (kind === "task" ? "coroutines" : "threads") } as const;
    this.lanes.push(parent === undefined ? plain : { ...plain, parent: fileLaneId(parent) });
    return own;
  }

  /** Adds an event of producer `p` at `t` µs; returns its name. */
  say(p: number, t: number, lane: number, kind: Kind, fields: Readonly<Record<string, Json>> = {}): Ref {
    const s = this.#next.get(p) ?? 0;
    this.#next.set(p, s + 1);
    this.events.push(knownEvent({ p, s, t, lane, kind, ...fields }));
    return [p, s];
  }

  /** Adds an event whose `id` names itself. */
  sayOwn(p: number, t: number, lane: number, kind: Kind, fields: Readonly<Record<string, Json>> = {}): Ref {
    return this.say(p, t, lane, kind, { id: [p, this.#next.get(p) ?? 0], ...fields });
  }

  /** The producer's next number is this one. */
  skipTo(p: number, s: number): void {
    this.#next.set(p, s);
  }

  get header(): RecordingHeader {
    for (const { p } of this.events) if (!this.producers.some(({ id }) => id === p)) this.producer(p);
    return {
      app: "spinscope 0.1.0",
      lesson: "one-job-two-ways",
      modes: ["threads", "coroutines"],
      params: this.params,
      started: "2026-11-22T09:00:00.000Z",
      host: { platform: "linux" },
      clocks: this.clocks,
      producers: this.producers,
      lanes: this.lanes,
    };
  }

  get recording(): Recording {
    return { header: this.header, events: this.events };
  }

  /** The events as rows, in the order in which they were said. */
  get table(): TraceTable {
    const table = new TraceTable();
    for (const event of this.events) {
      const lane = this.lanes.find(({ id }) => id === event.lane);
      table.add(rowOfEvent(event, lane));
    }
    return table;
  }
}
