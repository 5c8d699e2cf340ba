/**
 * The lanes in the order in which they are shown: groups by process (main, the threads' utility process, the
 * coroutines' renderer, the processes), and in each its locks, its threads in the order of their creation, its loop,
 * its tasks. A lane whose process is not known yet stands in its runtime's place. The process of a runtime that no
 * program of the recording runs in is left out: it is there, and has nothing to say.
 */
import type { Mode } from "../contract/run.ts";
import type { LaneSpans } from "../trace/folds/lane-spans.ts";
import type { LaneKind, Runtime } from "../trace/kinds.ts";
import type { Lane } from "../trace/lane.ts";

export interface ShownLane {
  readonly lane: Lane;
  /** 1: a process · 2: what runs in it. */
  readonly level: 1 | 2;
}

const runtimeOrder: Readonly<Record<Runtime, number>> = { main: 0, threads: 1, coroutines: 2, processes: 3 };
const kindOrder: Readonly<Record<LaneKind, number>> = { process: 0, lock: 1, thread: 2, loop: 3, task: 4 };

/** All lanes from top to bottom. `spansOf` tells when each was created; `modes` what was run, nothing when that is not known. */
export function arrangeLanes(
  lanes: ReadonlyMap<number, Lane>,
  spansOf: (lane: number) => LaneSpans | undefined,
  modes: readonly Mode[] = [],
): readonly ShownLane[] {
  const peopled = new Set([...lanes.values()].filter(({ kind }) => kind !== "process").map(({ runtime }) => runtime));
  const told = [...lanes.values()].filter((lane) => isTold(lane, modes, peopled));
  const placed = told.map((lane) => {
    const process = processOf(lane, lanes);
    return { lane, process: process?.id ?? -1, bornAt: bornAt(lane), processBornAt: process ? bornAt(process) : 0 };
  });
  placed.sort(
    (a, b) =>
      runtimeOrder[a.lane.runtime] - runtimeOrder[b.lane.runtime] ||
      a.processBornAt - b.processBornAt ||
      a.process - b.process ||
      kindOrder[a.lane.kind] - kindOrder[b.lane.kind] ||
      a.bornAt - b.bornAt ||
      a.lane.id - b.lane.id,
  );
  return placed.map(({ lane }) => ({ lane, level: lane.kind === "process" ? 1 : 2 }));

  function bornAt(lane: Lane): number {
    const first = spansOf(lane.id)?.start(0) ?? 0;
    return Number.isFinite(first) ? first : 0;
  }
}

/** Whether a lane has a place in the picture: main has, and whatever a program ran in. */
function isTold({ kind, runtime }: Lane, modes: readonly Mode[], peopled: ReadonlySet<Runtime>): boolean {
  if (kind !== "process" || runtime === "main" || modes.length === 0) return true;
  return modes.includes(runtime) || peopled.has(runtime);
}

/** The process a lane runs in: itself, or the first process above it. Parents that form a ring have none. */
export function processOf(lane: Lane, lanes: ReadonlyMap<number, Lane>): Lane | undefined {
  let at: Lane | undefined = lane;
  for (let steps = 0; at !== undefined && steps < 16; steps++) {
    if (at.kind === "process") return at;
    at = at.parent === undefined ? undefined : lanes.get(at.parent);
  }
  return undefined;
}
