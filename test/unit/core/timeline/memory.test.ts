/**
 * Fault 14: an event takes at most 64 bytes of the timeline's memory, whatever the events are that a run is made of.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Recording } from "../../../../core/timeline/recording.ts";
import { noLane, noProducer, producerId } from "../../../../core/trace/ids.ts";
import { Recorder } from "../../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../../core/trace/writer.ts";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Bytes of columns that are in use. */
function memory(): number {
  if (typeof collect === "function") for (let i = 0; i < 3; i++) collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

type Step = (writer: TraceWriter, t: number, lane: number) => void;

const mixes: Readonly<Record<string, Step>> = {
  "a spinner's": (writer, t, lane) => {
    writer.run(t, lane, noProducer, 0);
    writer.line(t + 1, lane, "spinner.ts", 9);
    writer.output(t + 2, lane, "| thinking!");
    writer.line(t + 3, lane, "spinner.ts", 10);
    writer.wait(t + 4, lane, "sleep", noLane, 100);
  },
  "turns alone": (writer, t, lane) => {
    writer.run(t, lane, noProducer, 0);
    writer.wait(t + 4, lane, "sleep", noLane, 100);
  },
  "output alone": (writer, t, lane) => writer.output(t, lane, "."),
};

const events = 300_000;

test.each(Object.entries(mixes))("of %s events each takes at most 64 bytes", (_, step) => {
  const recorder = new Recorder({ producer: producerId(1), capacity: 4_096, unacknowledged: 1e9 });
  const writer = new TraceWriter(producerId(1), recorder);
  const recording = new Recording(1, ["threads"]);
  const lane = writer.laneCreated(0, "thread", "threads", "Thread-1", noLane, noLane);
  const before = memory();
  for (let t = 0; recording.table.length < events; t += 10) {
    step(writer, t, lane);
    if (t % 5_000 !== 0) continue;
    for (const batch of recorder.flush()) recording.take(batch, 0);
    recorder.acknowledge(recorder.nextSeq);
  }
  expect((memory() - before) / recording.table.length).toBeLessThan(64);
});
