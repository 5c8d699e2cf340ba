/** The numbers of one program, as the page is told them. */
import type { Distribution, ModeStatistics } from "../../contract/worker-protocol.ts";
import type { Summary } from "../../trace/folds/statistics/samples.ts";
import type { Runtime } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";

const none: Distribution = { n: 0, p50: Number.NaN, p95: Number.NaN, max: Number.NaN };

/** All that was measured of the program that runs that way. */
export function modeStatistics(recording: Recording, runtime: Runtime): ModeStatistics {
  const all = recording.statistics.of(recording.table, runtime);
  return {
    frames: all.frames,
    frameLate: distribution(all.frameLateness),
    askedSeen: distribution(all.askedSeen),
    requestedDelivered: distribution(all.requestedDelivered),
    deliveredEnded: distribution(all.deliveredEnded),
    join: distribution(all.join),
    message: distribution(all.messageLatency),
  };
}

function distribution(summary: Summary | null): Distribution {
  return summary ?? none;
}
