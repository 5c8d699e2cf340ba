/**
 * The numbers of a recording as a table for the terminal: a row a measure, a column a way of running.
 */

import type { RecordingStatistics } from "../../core/trace/folds/statistics/recording-statistics.ts";
import type { Summary } from "../../core/trace/folds/statistics/samples.ts";
import type { ModeStatistics } from "../../core/trace/folds/statistics/statistics.ts";

type Measure = Exclude<keyof ModeStatistics, "frames">;

const measures: readonly (readonly [Measure, string])[] = [
  ["frameLateness", "frame late"],
  ["askedSeen", "asked → seen"],
  ["requestedDelivered", "requested → delivered"],
  ["deliveredEnded", "delivered → ended"],
  ["requestedEnded", "requested → ended"],
  ["join", "join"],
  ["joinLatency", "ended → joined"],
  ["messageLatency", "message sent → received"],
  ["messageHandling", "message received → handled"],
];

/** The lines, without colour. */
export function statisticsTable(statistics: RecordingStatistics): readonly string[] {
  const modes = Object.entries(statistics.modes);
  const rows = [
    ["", ...modes.map(([mode]) => mode)],
    ["frames", ...modes.map(([, { frames }]) => String(frames))],
    ...measures.map(([key, label]) => [label, ...modes.map(([, mode]) => summaryText(mode[key]))]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
  const { lesson, events, lanes, durationUs, clockErrorUs, dropped } = statistics;
  const summary = `${lesson}: ${events} events on ${lanes} lanes in ${time(durationUs)}; ${dropped} lost; clock error ≤ ${time(clockErrorUs)}`;
  return [summary, ...lines];
}

function summaryText(summary: Summary | null): string {
  if (summary === null) return "–";
  const { n, p50, p95, max } = summary;
  return n === 1 ? `${time(p50)} (n = 1)` : `p50 ${time(p50)}, p95 ${time(p95)}, max ${time(max)} (n = ${n})`;
}

/** µs in the unit that reads best. */
function time(us: number): string {
  const size = Math.abs(us);
  if (size >= 1e6) return `${(us / 1e6).toFixed(2)} s`;
  if (size >= 1e3) return `${(us / 1e3).toFixed(2)} ms`;
  return `${us.toFixed(size < 10 ? 1 : 0)} µs`;
}
