/**
 * The numbers of a whole recording: how large it is, and those of each way of running it.
 */
import { Code, type Runtime, runtimes } from "../../kinds.ts";
import type { RecordingHeader } from "../../recording.ts";
import type { TraceTable } from "../../table.ts";
import type { Summary } from "./samples.ts";
import { type ModeStatistics, StatisticsFold } from "./statistics.ts";

/** All times in µs. */
export interface RecordingStatistics {
  readonly lesson: string;
  readonly events: number;
  readonly dropped: number;
  readonly lanes: number;
  /** From the first event to the last, µs. */
  readonly durationUs: number;
  /** The largest bound on the error between clocks, µs. */
  readonly clockErrorUs: number;
  readonly modes: { readonly [runtime: string]: ModeStatistics };
}

/** One pass over the table's rows. */
export function recordingStatistics(header: RecordingHeader, table: TraceTable): RecordingStatistics {
  const fold = new StatisticsFold();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let dropped = 0;
  for (let row = 0; row < table.length; row++) {
    fold.row(table, row);
    first = Math.min(first, table.t(row));
    last = Math.max(last, table.t(row));
    if (table.kind(row) === Code.gap) dropped += table.n(row) - table.seq(row) + 1;
  }
  return {
    lesson: header.lesson,
    events: table.length,
    dropped,
    lanes: header.lanes.length,
    durationUs: last >= first ? Math.round((last - first) * 1_000) / 1_000 : 0,
    clockErrorUs: header.clocks.reduce((worst, { errorUs }) => Math.max(worst, errorUs), 0),
    modes: Object.fromEntries(present(table).map((runtime) => [runtime, rounded(fold.of(table, runtime))])),
  };
}

/** The ways of running that the recording has lanes of; main is none. */
function present(table: TraceTable): readonly Runtime[] {
  const seen = new Set([...table.lanes.values()].map(({ runtime }) => runtime));
  return runtimes.filter((runtime) => runtime !== "main" && seen.has(runtime));
}

/** Differences of stamps carry noise far below a nanosecond. */
function rounded(statistics: ModeStatistics): ModeStatistics {
  const summary = (given: Summary | null): Summary | null =>
    given === null ? null : { n: given.n, p50: nanos(given.p50), p95: nanos(given.p95), max: nanos(given.max) };
  const { frames, ...rest } = statistics;
  return {
    frames,
    frameLateness: summary(rest.frameLateness),
    askedSeen: summary(rest.askedSeen),
    requestedDelivered: summary(rest.requestedDelivered),
    deliveredEnded: summary(rest.deliveredEnded),
    requestedEnded: summary(rest.requestedEnded),
    join: summary(rest.join),
    joinLatency: summary(rest.joinLatency),
    messageLatency: summary(rest.messageLatency),
    messageHandling: summary(rest.messageHandling),
  };
}

function nanos(us: number): number {
  return Math.round(us * 1_000) / 1_000;
}
