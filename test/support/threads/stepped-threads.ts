/**
 * Threads of a run in the test's own JavaScript thread, on a clock that stands still: a race is a test here and no luck. What
 * another thread does happens at the step that the test names, or while the current one blocks.
 * A thread that blocks lets others act inside its own wait, so the last one to block is the first to go on: where two
 * threads have to block by turns, a test needs real ones.
 */
import { enterContext, type ThreadContext } from "../../../core/threading/context.ts";
import { switchGilOn } from "../../../core/threading/gil.ts";
import { Block, ThreadState } from "../../../core/threading/layout.ts";
import { SharedMemory } from "../../../core/threading/memory.ts";
import { sharedKinds } from "../../../core/threading/shared-kinds.ts";
import { createThreadBlock } from "../../../core/threading/thread-block.ts";
import { ToldObserver } from "./one-thread.ts";

/** A touch of shared memory. */
export interface Step {
  readonly kind: "load" | "store" | "add" | "swap" | "exchange" | "wait" | "notify";
  readonly word: number;
  /** What is stored, added or expected. */
  readonly value: number | undefined;
}

/** Far more than any test takes. */
const mostSteps = 100_000;

interface Planned {
  readonly at: number;
  readonly act: () => void;
}

/** Tells each touch before it happens, and lets others act in place of blocking. */
class SteppedMemory extends SharedMemory {
  onStep: ((step: Step) => void) | undefined;
  onWait: ((word: number, ms: number) => "ok" | "timed-out") | undefined;
  onNotify: ((word: number) => void) | undefined;

  override load(word: number): number {
    this.onStep?.({ kind: "load", word, value: undefined });
    return super.load(word);
  }

  override store(word: number, value: number): void {
    this.onStep?.({ kind: "store", word, value });
    super.store(word, value);
  }

  override add(word: number, amount: number): number {
    this.onStep?.({ kind: "add", word, value: amount });
    return super.add(word, amount);
  }

  override swap(word: number, expected: number, value: number): boolean {
    this.onStep?.({ kind: "swap", word, value });
    return super.swap(word, expected, value);
  }

  override exchange(word: number, value: number): number {
    this.onStep?.({ kind: "exchange", word, value });
    return super.exchange(word, value);
  }

  override wait(word: number, value: number, ms = Number.POSITIVE_INFINITY): "ok" | "not-equal" | "timed-out" {
    this.onStep?.({ kind: "wait", word, value });
    if (super.load(word) !== value) return "not-equal";
    return this.onWait?.(word, ms) ?? "timed-out";
  }

  override notify(word: number, count?: number): void {
    this.onStep?.({ kind: "notify", word, value: count });
    this.onNotify?.(word);
  }
}

export class SteppedThreads {
  readonly memory: SharedMemory;
  readonly main: ThreadContext;
  readonly observer = new ToldObserver();
  /** µs. */
  #now = 0;
  #lanes = 0;
  #steps = 0;
  readonly #module: Readonly<Record<string, unknown>>;
  readonly #planned: Planned[] = [];
  readonly #notified = new Set<number>();
  readonly #watching: { readonly matches: (step: Step) => boolean; readonly act: () => void }[] = [];

  /** Makes the caller MainThread of a fresh run whose program exports `module`. */
  constructor(module: Readonly<Record<string, unknown>> = {}) {
    this.#module = module;
    const memory = new SteppedMemory(SharedMemory.create(140_000_000_000_000, 64 * 1_024).buffer);
    memory.onStep = (step) => this.#stepped(step);
    memory.onWait = (word, ms) => this.#wait(word, ms);
    memory.onNotify = (word) => this.#notified.add(word);
    this.memory = memory;
    this.main = this.thread("MainThread");
    enterContext(this.main);
  }

  /** Seconds since the run began, to the nanosecond. */
  get seconds(): number {
    return Math.round(this.#now * 1e3) / 1e9;
  }

  /** Another thread of the run, which is alive and does only what the test has it do. */
  thread(name: string): ThreadContext {
    this.#lanes += 1;
    const thread = createThreadBlock(this.memory, { target: "", args: "[]", name, daemon: false, lane: this.#lanes });
    this.memory.store(thread + Block.state, ThreadState.started);
    const program = { id: "test", module: this.#module, main: () => undefined };
    return {
      memory: this.memory,
      thread,
      observer: this.observer,
      program,
      now: () => this.#now,
      kinds: sharedKinds,
      handles: new Map(),
    };
  }

  /** Does something as another thread. */
  as<Result>(thread: ThreadContext, act: () => Result): Result {
    const before = enterContext(thread);
    try {
      return act();
    } finally {
      enterContext(before);
    }
  }

  /** The thread is gone: what a host says of one whose worker died. */
  stop({ thread }: ThreadContext): void {
    this.memory.store(thread + Block.state, ThreadState.stopped);
  }

  /** `thread` does `act` once the clock is there and another blocks: `seconds` from now. */
  later(thread: ThreadContext, act: () => void, seconds = 0): void {
    this.#planned.push({ at: this.#now + seconds * 1e6, act: () => this.as(thread, act) });
    this.#planned.sort((a, b) => a.at - b.at);
  }

  /** `thread` does `act` just before the next step that matches. */
  before(matches: (step: Step) => boolean, thread: ThreadContext, act: () => void): void {
    this.#watching.push({ matches, act: () => this.as(thread, act) });
  }

  /** The run has a GIL from now on, and MainThread holds it. */
  switchGilOn(lane = 99): void {
    switchGilOn(this.memory, lane);
  }

  /** What was planned and has not happened. */
  get left(): number {
    return this.#planned.length + this.#watching.length;
  }

  #stepped(step: Step): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new Error("no end: a thread goes round and round");
    const at = this.#watching.findIndex(({ matches }) => matches(step));
    if (at < 0) return;
    const [watch] = this.#watching.splice(at, 1);
    watch?.act();
  }

  #wait(word: number, ms: number): "ok" | "timed-out" {
    this.#notified.delete(word);
    const end = this.#now + ms * 1_000;
    for (let next = this.#planned[0]; next !== undefined && next.at <= end; next = this.#planned[0]) {
      this.#planned.shift();
      this.#now = Math.max(this.#now, next.at);
      next.act();
      if (this.#notified.has(word)) return "ok";
    }
    if (end === Number.POSITIVE_INFINITY) throw new Error("deadlock: a thread waits, and nobody is left to wake it");
    // A little later, so that a deadline is reached however its fraction is rounded.
    this.#now = Math.max(this.#now, end + end * Number.EPSILON);
    return "timed-out";
  }
}
