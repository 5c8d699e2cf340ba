/**
 * Recordings of any size for the timeline's benchmark: four threads and four tasks that take turns, each turn with the
 * events that a spinner's frame has; the same each time.
 */
import type { Batch } from "../../../core/trace/batch.ts";
import { type LaneId, noLane, noProducer, producerId } from "../../../core/trace/ids.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";

const lanesOfEach = 4;
/** Events of one turn of a lane. */
const perTurn = 8;

/** `count` events from `from` µs on, in batches as a producer flushes them. `to`: where they end, µs. */
export function recordedEvents(count: number): { readonly batches: readonly Batch[]; readonly to: number } {
  const recorder = new Recorder({ producer: producerId(1), capacity: 4_096, unacknowledged: 1e9 });
  const writer = new TraceWriter(producerId(1), recorder);
  const lanes = [...declare(writer, "threads", "thread"), ...declare(writer, "coroutines", "task")];
  let t = 0;
  const batches: Batch[] = [];
  for (let turn = 0; turn * perTurn < count; turn++) {
    const lane = lanes[turn % lanes.length] ?? noLane;
    t += 40 + (turn % 7) * 15;
    writer.run(t, lane, noProducer, 0);
    writer.line(t + 2, lane, "spinner.ts", 9);
    writer.output(t + 4, lane, "| thinking!");
    writer.line(t + 6, lane, "spinner.ts", 10);
    writer.output(t + 8, lane, "\b\b\b\b\b\b\b\b\b\b\b");
    for (const line of [11, 12]) writer.line(t + 10, lane, "spinner.ts", line);
    writer.wait(t + 20 + (turn % 5) * 4, lane, "sleep", noLane, 0.5);
    if (turn % 1_024 === 0) batches.push(...recorder.flush());
  }
  return { batches: [...batches, ...recorder.flush()], to: t + 1_000 };
}

function declare(writer: TraceWriter, runtime: "threads" | "coroutines", kind: "thread" | "task"): readonly LaneId[] {
  const process = writer.laneCreated(0, "process", runtime, `${runtime} 4000`, noLane, noLane);
  const loop = kind === "task" ? writer.laneCreated(0, "loop", runtime, "event loop", process, noLane) : process;
  return Array.from({ length: lanesOfEach }, (_, i) => {
    const lane = writer.laneCreated(0, kind, runtime, `${kind} ${i}`, loop, noLane);
    writer.laneStarted(0, lane);
    return lane;
  });
}
