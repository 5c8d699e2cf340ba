/**
 * Python's `threading.Thread` (Lib/threading.py, 3.11): an activity that runs in a thread of its own.
 * Invariants: a thread is started once; `start()` returns when the thread is alive; `join()` returns, without a
 * timeout, only when it is not. State lies in the thread's block, so every thread sees the same.
 */
import { blockWhile } from "./blocking.ts";
import { nameOfBody } from "./bodies.ts";
import { currentContext } from "./context.ts";
import { RuntimeError } from "./exceptions.ts";
import { Block, ThreadState } from "./layout.ts";
import { newThread } from "./new-thread.ts";
import { Attach, SharedObject } from "./shared-object.ts";
import { identOf, isMainBlock } from "./thread-block.ts";
import { deadlineAfter } from "./timeouts.ts";
import { assignWorker, bootPatience, claimWorker } from "./worker-slots.ts";

export interface ThreadOptions<Args extends readonly unknown[]> {
  /** What the thread runs: a function that the program's module exports. Left out, it does nothing. */
  readonly target?: (...args: Args) => unknown;
  /** Plain data and shared objects. */
  readonly args?: Readonly<NoInfer<Args>>;
  /** Left out or empty: `Thread-N (target)`. */
  readonly name?: string;
  /** Whether the program may end without it. Left out: as the current thread is. */
  readonly daemon?: boolean;
}

export class Thread<Args extends readonly unknown[] = readonly unknown[]> extends SharedObject {
  override readonly kind: string = "Thread";

  /** @throws TypeError for a target or an argument that cannot cross to another thread. */
  constructor(options: ThreadOptions<Args> | Attach = {}) {
    super(options instanceof Attach ? options.address : createThread(options));
    currentContext().handles.set(SharedObject.addressOf(this), this);
  }

  /** The thread at an address that another thread handed over. */
  static at(address: number): Thread {
    const known = currentContext().handles.get(address);
    return known instanceof Thread ? known : new Thread(new Attach(address));
  }

  get name(): string {
    return currentContext().memory.readText(this.#load(Block.name));
  }

  set name(name: string) {
    const { memory } = currentContext();
    memory.store(SharedObject.addressOf(this) + Block.name, memory.writeText(name));
  }

  get daemon(): boolean {
    return this.#load(Block.daemon) === 1;
  }

  /** @throws RuntimeError once the thread was started. */
  set daemon(daemon: boolean) {
    if (this.#wasStarted()) throw new RuntimeError("cannot set daemon status of active thread");
    currentContext().memory.store(SharedObject.addressOf(this) + Block.daemon, daemon ? 1 : 0);
  }

  /** A number that no other thread of the run has; null before `start()`. */
  get ident(): number | null {
    return this.#wasStarted() ? identOf(currentContext().memory, SharedObject.addressOf(this)) : null;
  }

  isAlive(): boolean {
    return this.#load(Block.state) === ThreadState.started;
  }

  /**
   * Makes the thread run, and returns when it does.
   * @throws RuntimeError the second time, or when no worker thread can be had.
   */
  start(): void {
    const context = currentContext();
    const { memory, now, observer } = context;
    const address = SharedObject.addressOf(this);
    const state = address + Block.state;
    if (!memory.swap(state, ThreadState.initial, ThreadState.starting)) {
      throw new RuntimeError("threads can only be started once");
    }
    observer?.started(this.#load(Block.lane));
    try {
      assignWorker(memory, claimWorker(context), address);
    } catch (error) {
      memory.store(state, ThreadState.initial);
      throw error;
    }
    if (blockWhile(context, state, ThreadState.starting, deadlineAfter(now, bootPatience), "untold")) return;
    memory.swap(state, ThreadState.starting, ThreadState.initial);
    throw new RuntimeError("can't start new thread: the worker that was to run it does not answer");
  }

  /**
   * Blocks until the thread has ended, or for `timeout` seconds: then `isAlive()` tells which it was.
   * @throws RuntimeError for the current thread (it would wait for itself for ever) and for one not started. ValueError,
   * OverflowError for a timeout that makes no sense.
   */
  join(timeout?: number | null): void {
    const context = currentContext();
    const { memory, observer, thread, now } = context;
    const address = SharedObject.addressOf(this);
    if (!this.#wasStarted()) throw new RuntimeError("cannot join thread before it is started");
    if (address === thread) throw new RuntimeError("cannot join current thread");
    const lane = memory.load(thread + Block.lane);
    const target = this.#load(Block.lane);
    const never = timeout === null || timeout === undefined;
    const deadline = never ? Number.POSITIVE_INFINITY : deadlineAfter(now, Math.max(timeout, 0));
    observer?.joinBegan(lane, target);
    const ended = blockWhile(context, address + Block.state, ThreadState.started, deadline);
    observer?.joinEnded(
      lane,
      target,
      ended ? "ended" : "timeout",
      ended ? memory.loadMark(address + Block.endMark) : 0,
    );
  }

  /** As Python prints it: `<Thread(Thread-1 (spin), started 140053371655744)>`. */
  override toString(): string {
    const { memory } = currentContext();
    const state = this.#load(Block.state);
    const said = state === ThreadState.stopped ? "stopped" : state === ThreadState.started ? "started" : "initial";
    const className = memory.readText(this.#load(Block.className)) || "Thread";
    const kind = isMainBlock(memory, SharedObject.addressOf(this)) ? "_MainThread" : className;
    return `<${kind}(${this.name}, ${said}${this.daemon ? " daemon" : ""}${this.ident === null ? "" : ` ${this.ident}`})>`;
  }

  #load(word: number): number {
    return currentContext().memory.load(SharedObject.addressOf(this) + word);
  }

  #wasStarted(): boolean {
    return this.#load(Block.state) >= ThreadState.started;
  }
}

function createThread<Args extends readonly unknown[]>({ target, args, ...rest }: ThreadOptions<Args>): number {
  const { program } = currentContext();
  return newThread({ target: target === undefined ? "" : nameOfBody(program, target), args: args ?? [], ...rest });
}
