/**
 * The benchmark `trace`: what recording an event costs its producer, and how fast events cross from a worker thread to
 * the renderer.
 */
import { type BenchRow, benchRow } from "../report/row.ts";
import { recordRounds } from "./record-one-event.ts";
import { transferRounds } from "./transfer.ts";

/** Fewer take so little time that the clock and the compiler are measured. */
const fewestRecords = 1_000_000;

export async function benchTrace(events: number | undefined): Promise<readonly BenchRow[]> {
  const record = recordRounds(Math.max(fewestRecords, events ?? 2_000_000));
  const transfer = await transferRounds(events ?? 100_000);
  return [
    benchRow("record one event", "ns", "less", record),
    benchRow("events worker to renderer", "1/s", "more", transfer),
  ];
}
