/**
 * Ends of threads that could not end by themselves: a worker that died, a daemon thread that the program did not
 * wait for, a Thread object that was never started. Invariant: a lane whose thread told its own end gets no other.
 */
import { abandonedText, abandonLocks } from "../threading/abandoned-locks.ts";
import { Block, Header, LockCell, ThreadState } from "../threading/layout.ts";
import type { SharedMemory } from "../threading/memory.ts";
import { OwnerGone } from "../threading/ownership.ts";
import { markStopped } from "../threading/thread-block.ts";
import { markOf } from "../trace/adapters/threading-marks.ts";
import type { Batch } from "../trace/batch.ts";
import { noLane } from "../trace/ids.ts";
import { Code } from "../trace/kinds.ts";
import type { TraceWriter } from "../trace/writer.ts";

export class ThreadEnds {
  readonly #memory: SharedMemory;
  readonly #writer: TraceWriter;
  readonly #now: () => number;
  readonly #told = new Set<number>();

  constructor(memory: SharedMemory, writer: TraceWriter, now: () => number) {
    this.#memory = memory;
    this.#writer = writer;
    this.#now = now;
  }

  /** Looks at what the threads wrote: every batch of theirs must pass here. */
  see(batches: readonly Batch[]): void {
    for (const { columns, count } of batches) {
      for (let row = 0; row < count; row++) {
        if (columns.kind[row] === Code.laneEnded) this.#told.add(columns.lane[row] ?? 0);
      }
    }
  }

  /**
   * The thread at that address can't go on: its lane ends `killed`, the locks it held end `abandoned`, and whoever
   * joins it or waits for one of them is woken.
   */
  fail(thread: number, error: string): void {
    const lane = this.#memory.load(thread + Block.lane);
    let mark = 0;
    if (!this.#told.has(lane)) {
      mark = markOf(this.#writer.producer, this.#writer.laneEnded(this.#now(), lane, "killed", { error }));
      this.#told.add(lane);
    }
    for (const lock of abandonLocks(this.#memory, thread, OwnerGone.killed)) this.#endLock(lock);
    markStopped(this.#memory, thread, mark);
  }

  /** The program is over, and every worker gone: what threads are left go with it. */
  endRest(): void {
    for (const thread of this.#memory.list(Header.firstThread)) {
      const lane = this.#memory.load(thread + Block.lane);
      if (lane === noLane || this.#told.has(lane)) continue;
      const started = this.#memory.load(thread + Block.state) !== ThreadState.initial;
      const error = started ? "the program ended without waiting for this daemon thread" : "never started";
      this.#writer.laneEnded(this.#now(), lane, started ? "killed" : "abandoned", { error });
    }
    for (const lock of this.#memory.list(Header.firstLock)) this.#endLock(lock);
  }

  /** A lock whose owner is gone, and that nobody has freed, ends with it. */
  #endLock(lock: number): void {
    const lane = this.#memory.load(lock + LockCell.lane);
    const error = abandonedText(this.#memory, lock);
    if (error === undefined || lane === noLane || this.#told.has(lane)) return;
    this.#writer.laneEnded(this.#now(), lane, "abandoned", { error });
    this.#told.add(lane);
  }
}
