/**
 * A lane of the timeline. In columns a `lane.created` row declares it whole (kind and runtime packed in
 * `code`, parent in `n`, name in `text`), so lanes need no channel beside the events.
 */
import type { LaneId } from "./ids.ts";
import { codeOf, type LaneKind, laneKinds, type Runtime, runtimes, wordOf } from "./kinds.ts";

export interface Lane {
  readonly id: LaneId;
  readonly kind: LaneKind;
  /** As its runtime prints it: `Thread-1 (spin)`, `Task-2`, `event loop`. */
  readonly name: string;
  /** A thread's process, a task's loop, a loop's process. A process has none. */
  readonly parent?: LaneId;
  readonly runtime: Runtime;
}

/** Packs a lane's kind and runtime into one byte. */
export function packLane(kind: LaneKind, runtime: Runtime): number {
  return codeOf(laneKinds, kind) | (codeOf(runtimes, runtime) << 4);
}

/** The lane kind in a packed byte. @throws RangeError for an unknown code. */
export function packedKind(code: number): LaneKind {
  return wordOf(laneKinds, code & 0x0f);
}

/** The runtime in a packed byte. @throws RangeError for an unknown code. */
export function packedRuntime(code: number): Runtime {
  return wordOf(runtimes, code >> 4);
}
