/**
 * Entries of a journal for tests, one by one: batches of a producer written by hand, with numbers and stamps as the test says.
 */
import type { JournalEntry, JournalStart } from "../../core/journal/journal-entry.ts";
import type { Batch } from "../../core/trace/batch.ts";
import { gapBatch } from "../../core/trace/gap.ts";
import { laneOf, noLane, producerId } from "../../core/trace/ids.ts";
import type { LaneKind } from "../../core/trace/kinds.ts";
import type { Clock, Producer } from "../../core/trace/producer.ts";
import { Recorder } from "../../core/trace/recorder.ts";
import { TaskWriter } from "../../core/trace/task-writer.ts";

export const origin = 5_000_000;
export const hrtime: Clock = { id: 0, kind: "hrtime", errorUs: 0 };
export const performanceClock: Clock = { id: 1, kind: "performance", errorUs: 0 };

export function startEntry(part: Partial<JournalStart> = {}): JournalEntry {
  return {
    type: "start",
    start: {
      app: "spinscope 0.1.0",
      host: {},
      lesson: "one-job-two-ways",
      modes: ["threads", "coroutines"],
      parameters: { job: 3 },
      started: "2026-11-22T09:00:00.000Z",
      origin,
      clocks: [hrtime, performanceClock],
      ...part,
    },
  };
}

const role = (id: number): Producer["role"] => (id === 0 ? "main" : id < 16 ? "coroutines" : "threads");

export function producerOf(id: number, part: Partial<Producer> = {}): Producer {
  return { id: producerId(id), role: role(id), pid: id + 1, thread: 0, epoch: 0, clock: 0, tail: "known", ...part };
}

export function producerEntry(id: number, part: Partial<Producer> = {}): JournalEntry {
  return { type: "producer", producer: producerOf(id, part) };
}

/** What `write` writes as producer `id`, numbered from `from`. */
export function batchOf(id: number, from: number, write: (writer: TaskWriter) => void): Batch {
  const recorder = new Recorder({ producer: producerId(id) });
  write(new TaskWriter(producerId(id), recorder));
  const [batch] = recorder.flush();
  if (batch === undefined) throw new Error("nothing was written");
  return { ...batch, from };
}

export function batchEntry(id: number, from: number, write: (writer: TaskWriter) => void): JournalEntry {
  return { type: "batch", batch: batchOf(id, from, write) };
}

/** A gap of the numbers `from` to `to`. */
export function gapEntry(id: number, from: number, to: number, t: number = origin): JournalEntry {
  return { type: "batch", batch: gapBatch(producerId(id), from, to, t, 0, "lost on the way to main") };
}

/** Writes that a lane of `kind` was made, without a parent. */
export function lane(writer: TaskWriter, t: number, kind: LaneKind, runtime: Producer["role"] = "threads"): number {
  return writer.laneCreated(t, kind, runtime, `${kind} at ${t}`, noLane, noLane);
}

export const laneId = (producer: number, nth: number): number => laneOf(producerId(producer), nth);
