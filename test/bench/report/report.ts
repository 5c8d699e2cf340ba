/**
 * A benchmark's outcome as the table for people or the JSON for scripts.
 */
import { cpus } from "node:os";
import type { BenchRow } from "./row.ts";

export interface BenchReport {
  readonly bench: string;
  readonly machine: string;
  readonly rows: readonly BenchRow[];
}

/** This machine in a few words. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

/** The lines for a terminal. */
export function reportLines({ bench, machine: where, rows }: BenchReport): readonly string[] {
  const cells = rows.flatMap((row) => rowCells(row));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
  return [`${bench} on ${where}`, ...lines];
}

function rowCells({ name, unit, ours, spread, peers, ratio, better }: BenchRow): string[][] {
  const first = [name, "ours", `${ours} ${unit}`, `${spread[0]} … ${spread[1]}, ${better} is better`];
  const rest = Object.entries(peers).map(([peer, value]) => {
    return ["", peer, `${value} ${unit}`, `ours is ${ratio[peer]} times as good`];
  });
  return [first, ...rest];
}
