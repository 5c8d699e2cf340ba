/**
 * What one event costs its producer: our recorder, batches and acknowledgements included, against the same numbers
 * written straight into typed arrays and nothing else.
 */
import { type Columns, createColumns, type EventSink } from "../../../core/trace/columns.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { Code } from "../../../core/trace/kinds.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import type { Rounds } from "../report/row.ts";

const rounds = 9;
const rows = 8_192;
const lane = 17;

/** ns an event, a value a round, in turn. */
export function recordRounds(events: number): Rounds {
  const ours: number[] = [];
  const bare: number[] = [];
  // One round before the clock counts: both are compiled then.
  for (let round = -1; round < rounds; round++) {
    const recorded = timeRecorder(events);
    const written = timeBareWrite(events);
    if (round < 0) continue;
    ours.push(recorded);
    bare.push(written);
  }
  return { ours, peers: { "bare-write": bare } };
}

function timeRecorder(events: number): number {
  const recorder = new Recorder({ producer: producerId(1), capacity: rows });
  const begun = performance.now();
  for (let done = 0; done < events; ) {
    const until = Math.min(events, done + rows);
    for (; done < until; done++) writeLine(recorder, done);
    for (const batch of recorder.flush()) recorder.acknowledge(batch.from + batch.count);
  }
  return ((performance.now() - begun) * 1e6) / events;
}

function writeLine(sink: EventSink, i: number): void {
  sink.write(Code.line, i, lane, 0, -1, -1, 0, -1, 0, i, "");
}

function timeBareWrite(events: number): number {
  const columns = createColumns(rows);
  const begun = performance.now();
  for (let i = 0; i < events; i++) bareWrite(columns, i & (rows - 1), i);
  return ((performance.now() - begun) * 1e6) / events;
}

function bareWrite(columns: Columns, row: number, i: number): void {
  columns.kind[row] = Code.line;
  columns.code[row] = 0;
  columns.t[row] = i;
  columns.lane[row] = lane;
  columns.other[row] = -1;
  columns.causeProducer[row] = -1;
  columns.causeSeq[row] = 0;
  columns.idProducer[row] = -1;
  columns.idSeq[row] = 0;
  columns.n[row] = i;
  columns.text[row] = -1;
}
