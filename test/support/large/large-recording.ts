/**
 * Valid recordings of any size for measurements, the same for the same options: threads and tasks that take turns, with a
 * GIL and a lock, turns of the loop, timers, source lines, console output, messages, signals, joins, cancels and short-lived
 * tasks. Events are made one after the other as they are asked for, never held.
 */
import type { AnyEvent } from "../../../core/trace/event.ts";
import type { Producer } from "../../../core/trace/producer.ts";
import type { Recording } from "../../../core/trace/recording.ts";
import { LargeProgram, type LargeSize, producers } from "./large-program.ts";

export interface LargeOptions extends Partial<LargeSize> {
  /** At least so many; the last burst and the ends of all lanes come on top. */
  readonly events: number;
}

/** 8 threads, 8 tasks and a short-lived task now and then: 1 M events have about 400 lanes. */
export const mixed = { threads: 8, tasks: 8, childEvery: 350, seed: 1 } as const;
/** As many lanes as an asyncio server has connections. */
export const manyTasks = { threads: 8, tasks: 10_000, childEvery: 350, seed: 1 } as const;

/** The recording: its header now, its events as they are asked for, as often as they are. */
export function largeRecording(options: LargeOptions): Recording {
  const size = { ...mixed, ...options };
  const planned = new LargeProgram(size);
  for (const _ of planned.events());
  const { main, host, page } = producers;
  return {
    header: {
      app: "spinscope 0.0.0",
      lesson: "one-job-two-ways",
      modes: ["threads", "coroutines"],
      params: { gil: "on" },
      started: "2026-01-31T14:05:09.000Z",
      host: {},
      clocks: [{ id: 0, kind: "hrtime", errorUs: 0 }],
      producers: [
        producer(main, "main", 100, 0),
        producer(host, "threads", 200, 0),
        ...planned.threadProducers.map((id, place) => producer(id, "threads", 200, place + 1)),
        producer(page, "coroutines", 300, 0),
      ],
      lanes: planned.lanes,
    },
    events: { [Symbol.iterator]: (): Iterator<AnyEvent> => new LargeProgram(size).events() },
  };
}

function producer(id: Producer["id"], role: Producer["role"], pid: number, thread: number): Producer {
  return { id, role, pid, thread, epoch: 0, clock: 0, tail: "known" };
}
