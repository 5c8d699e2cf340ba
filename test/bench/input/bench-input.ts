/**
 * The benchmark `input`: the real app opens large valid recordings, and a person's wheel, drag, pointer and click are
 * each timed until the picture that answers them is drawn. Nobody else draws such files the same way: there is no peer.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LargeOptions, largeRecording, manyTasks, mixed } from "../../support/large/large-recording.ts";
import { writeRecordingTo } from "../../support/large/write-recording.ts";
import { type BenchRow, benchRow } from "../report/row.ts";
import { measureInputs, type Rounds } from "./measured-app.ts";

const usual = 1_000_000;

export async function benchInput(events = usual): Promise<readonly BenchRow[]> {
  return [
    ...(await rowsOf("mixed", { ...mixed, events })),
    ...(await rowsOf("10000 tasks", { ...manyTasks, events: Math.max(events, 3 * manyTasks.tasks) })),
  ];
}

async function rowsOf(name: string, options: LargeOptions): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-input-"));
  try {
    const path = join(folder, `${name}.spinscope`);
    const recording = largeRecording(options);
    writeRecordingTo(path, recording);
    const measured = await measureInputs(path, [...recording.events].length, join(folder, "data"));
    process.stderr.write(`${name}: ${recording.header.lanes.length} lanes, whole after ${measured.openedMs} ms\n`);
    return Object.entries(measured.actions).flatMap(([action, rounds]) => [
      row(`${action}, ${name}, p50`, rounds, 0.5),
      row(`${action}, ${name}, p95`, rounds, 0.95),
    ]);
  } finally {
    // What is left of an app that has ended may still be writing there for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }
}

function row(name: string, rounds: Rounds, share: number): BenchRow {
  return benchRow(name, "ms", "less", { ours: rounds.map((values) => rank(values, share)), peers: {} });
}

/** By nearest rank: one of the measured values. */
function rank(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
