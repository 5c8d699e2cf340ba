/**
 * What the parts of the asyncio adapter share: the writer, the lanes, the tasks, whose step runs, and the last stamp.
 *
 * Time: a fresh stamp is taken where the program may have run since the last one; the `wait` that ends a step, the
 * turn between and the `run` that begins the next share one. Invariant: stamps never decrease.
 */
import type { Observed } from "../../asyncio/observer.ts";
import { runningScheduler } from "../../asyncio/running.ts";
import { type LaneId, laneId, noLane } from "../ids.ts";
import type { TaskWriter } from "../task-writer.ts";
import { none, TaskTable } from "./asyncio-task-table.ts";

export class LoopContext {
  readonly writer: TaskWriter;
  readonly process: LaneId;
  readonly loop: LaneId;
  readonly tasks = new TaskTable();
  /** The last stamp, µs. */
  t: number;
  /** The slot of the task whose step runs. */
  running = none;
  isClosed = false;
  readonly #now: () => number;

  constructor(writer: TaskWriter, process: LaneId, now: () => number) {
    this.writer = writer;
    this.process = process;
    this.#now = now;
    this.t = now();
    this.loop = writer.laneCreated(this.t, "loop", "coroutines", "event loop", process, noLane);
    writer.laneStarted(this.t, this.loop);
  }

  /** Reads the clock. */
  stamp(): number {
    const now = this.#now();
    if (now > this.t) this.t = now;
    return this.t;
  }

  /** On whose lane things happen now: the running task's, the loop's in a callback, else the process's. */
  get currentLane(): LaneId {
    if (this.running !== none) return laneId(this.laneOf(this.running));
    return runningScheduler() === null ? this.process : this.loop;
  }

  /** A warning that no step brought about, such as the garbage collector's, is the loop's while there is one. */
  get warnedLane(): LaneId {
    const { currentLane } = this;
    return currentLane === this.process && !this.isClosed ? this.loop : currentLane;
  }

  laneOf(slot: number): number {
    return this.tasks.lane[slot] ?? noLane;
  }
}

/** What `traceSlot` of something done holds: the event that says so, kept apart from the slots of what is not. */
export function settledAt(seq: number): number {
  return -2 - seq;
}

/** The event that says that something is done; `none` when none was written. */
export function settledSeq(settled: Observed | null): number {
  return settled === null || settled.traceSlot > -2 ? none : -2 - settled.traceSlot;
}
