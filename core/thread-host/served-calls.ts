/**
 * Functions that the run's coroutines, in another process, have called here: each in a daemon thread of its own, which is
 * told of like every other. Invariant: a call is settled once, when its thread has ended or can't go on.
 */
import type { SettledCall, ThreadCall } from "../contract/thread-call.ts";
import { decodeArguments } from "../threading/arguments.ts";
import { noProgram } from "../threading/bodies.ts";
import { errorText } from "../threading/exceptions.ts";
import { Block, ThreadState } from "../threading/layout.ts";
import type { SharedMemory } from "../threading/memory.ts";
import { createThreadBlock } from "../threading/thread-block.ts";
import * as slots from "../threading/worker-slots.ts";
import type { LaneId } from "../trace/ids.ts";
import type { TraceWriter } from "../trace/writer.ts";
import type { WorkerNews } from "./worker-messages.ts";

export interface ServedCallsOptions {
  readonly memory: SharedMemory;
  readonly writer: TraceWriter;
  readonly processLane: LaneId;
  readonly now: () => number;
  /** Takes one more worker into service. */
  readonly employ: () => void;
  /** Workers that boot. */
  readonly coming: () => number;
  readonly onSettled: (settled: SettledCall) => void;
}

/** What arrives from another process is plain data: no shared objects, and no classes of the program's. */
const plain = { kinds: [], program: noProgram };

export class ServedCalls {
  readonly #options: ServedCallsOptions;
  /** By the address of its thread. */
  readonly #open = new Map<number, ThreadCall>();
  /** Threads that no worker runs yet. */
  readonly #waiting: number[] = [];
  #calls = 0;

  constructor(options: ServedCallsOptions) {
    this.#options = options;
  }

  begin(call: ThreadCall): void {
    const { memory, writer, processLane, now } = this.#options;
    try {
      decodeArguments(call.args, plain);
    } catch (error) {
      this.#settle(call, { how: "raised", error: errorText(error) });
      return;
    }
    // As the threads of asyncio's own pool are called.
    const name = `asyncio_${this.#calls++}`;
    const lane = writer.laneCreated(now(), "thread", "threads", name, processLane, processLane);
    const thread = createThreadBlock(memory, { target: call.target, args: call.args, name, daemon: true, lane });
    memory.store(thread + Block.state, ThreadState.starting);
    writer.laneStarted(now(), lane);
    this.#open.set(thread, call);
    this.#waiting.push(thread);
    this.tend();
  }

  /** Gives waiting threads to workers that are parked, and sees to it that there will be some. */
  tend(): void {
    const { memory, employ, coming } = this.#options;
    while (this.#waiting.length > 0) {
      const slot = slots.tryClaimWorker(memory);
      if (slot < 0) break;
      slots.assignWorker(memory, slot, this.#waiting.shift() ?? 0);
    }
    for (let i = coming(); i < this.#waiting.length; i++) employ();
  }

  ended(thread: number, news: Extract<WorkerNews, { type: "ended" }>): void {
    const call = this.#open.get(thread);
    if (call === undefined) return;
    this.#open.delete(thread);
    this.#settle(
      call,
      news.how === "raised" ? { how: "raised", error: news.error } : { how: "returned", value: news.value },
    );
  }

  /** The thread's worker has died. */
  failed(thread: number, error: string): void {
    this.ended(thread, { type: "ended", how: "raised", error: `RuntimeError: ${error}` });
  }

  #settle({ run, call }: ThreadCall, end: Pick<SettledCall, "how" | "value" | "error">): void {
    this.#options.onSettled({ run, call, ...end });
  }
}
