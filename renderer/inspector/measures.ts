/**
 * The rows of the statistics: each question once, and under it what each runtime answers, called by that runtime's own
 * word (a thread sees that it was asked; a task is delivered its cancellation), so that the answers stand one under the
 * other. A row has one name and one set of values.
 */
import type { Mode } from "../../core/contract/run.ts";
import type { Distribution, ModeStatistics, StageMode } from "../../core/contract/worker-protocol.ts";

type Key = `mode.${Mode}` | `statistics.${"asked-seen" | "requested-delivered" | "delivered-ended" | "join" | "await"}`;

export interface MeasureRow {
  readonly mode: Mode;
  readonly key: Key;
  readonly distribution: Distribution;
}

export interface Measure {
  readonly id: "frame-late" | "stop" | "end" | "message";
  readonly rows: readonly MeasureRow[];
}

/** A word of one runtime for what the measure is about, and where its values are. */
type Word = readonly [mode: Mode, key: Key, of: (statistics: ModeStatistics) => Distribution];

const words: Readonly<Record<Measure["id"], readonly Word[]>> = {
  "frame-late": everyMode(({ frameLate }) => frameLate),
  stop: [
    ["threads", "statistics.asked-seen", ({ askedSeen }) => askedSeen],
    ["coroutines", "statistics.requested-delivered", ({ requestedDelivered }) => requestedDelivered],
    ["processes", "statistics.asked-seen", ({ askedSeen }) => askedSeen],
  ],
  end: [
    ["threads", "statistics.join", ({ join }) => join],
    ["coroutines", "statistics.delivered-ended", ({ deliveredEnded }) => deliveredEnded],
    ["coroutines", "statistics.await", ({ join }) => join],
    ["processes", "statistics.join", ({ join }) => join],
  ],
  message: everyMode(({ message }) => message),
};

const order = ["frame-late", "stop", "end", "message"] as const satisfies readonly Measure["id"][];

/**
 * What is shown of these modes. While the run is on (`live`) a row of which there is nothing yet has `n` = 0; afterwards
 * it is left out, and with its last row the measure.
 */
export function measuresOf(modes: readonly StageMode[], live: boolean): readonly Measure[] {
  const measures = order.map((id) => ({
    id,
    rows: words[id].flatMap(([mode, key, of]) => {
      const shown = modes.find((candidate) => candidate.mode === mode);
      if (shown === undefined) return [];
      const distribution = of(shown.statistics);
      return live || distribution.n > 0 ? [{ mode, key, distribution }] : [];
    }),
  }));
  return measures.filter(({ rows }) => rows.length > 0);
}

function everyMode(of: Word[2]): readonly Word[] {
  return [
    ["threads", "mode.threads", of],
    ["coroutines", "mode.coroutines", of],
    ["processes", "mode.processes", of],
  ];
}
