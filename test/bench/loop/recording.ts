/**
 * The recording of a loop as a run has it: what each hook says goes into the columns of a recorder, whose batches are
 * taken and acknowledged while the loop runs on.
 */
import type { EventLoop } from "../../../core/asyncio/index.ts";
import { AsyncioAdapter } from "../../../core/trace/adapters/asyncio-adapter.ts";
import { laneOf, producerId } from "../../../core/trace/ids.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TaskWriter } from "../../../core/trace/task-writer.ts";

/** ms between two flushes, as the product's outbox has it. */
const flushDelay = 8;

/** Records what happens on a loop. `now`: µs. Returns what ends it. */
export function recordOn(loop: EventLoop, now: () => number): () => void {
  const producer = producerId(1);
  const flush = () => {
    for (const batch of recorder.flush()) recorder.acknowledge(batch.from + batch.count);
  };
  const recorder = new Recorder({ producer, copiedWhenSent: true, onFirstRow: () => setTimeout(flush, flushDelay) });
  loop.observer = new AsyncioAdapter(new TaskWriter(producer, recorder), laneOf(producer, 0), now);
  return () => {
    flush();
    if (recorder.dropped > 0) throw new Error(`the recording lost ${recorder.dropped} events: it measures nothing`);
  };
}
