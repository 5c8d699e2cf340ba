/**
 * MainThread in the test's own JavaScript thread: what needs no second thread needs no worker.
 */
import { enterContext, type ThreadContext } from "../../../core/threading/context.ts";
import { Block, ThreadState } from "../../../core/threading/layout.ts";
import { SharedMemory } from "../../../core/threading/memory.ts";
import type { ThreadObserver } from "../../../core/threading/observer.ts";
import { sharedKinds } from "../../../core/threading/shared-kinds.ts";
import { createThreadBlock } from "../../../core/threading/thread-block.ts";

/** An observer that writes down what it is told, one line a hook. */
export class ToldObserver implements ThreadObserver {
  readonly told: string[] = [];
  #lanes = 1;

  created(name: string, by: number): number {
    this.told.push(`created ${name} by ${by}`);
    return ++this.#lanes;
  }
  started = (lane: number) => this.#tell("started", lane);
  began = (lane: number) => this.#tell("began", lane);
  returned = (lane: number, value: unknown) => this.#tell("returned", lane, value);
  raised = (lane: number, error: string) => this.#tell("raised", lane, error);
  sleepBegan = (lane: number, seconds: number) => this.#tell("sleepBegan", lane, seconds);
  sleepEnded = (lane: number) => this.#tell("sleepEnded", lane);
  joinBegan = (lane: number, target: number) => this.#tell("joinBegan", lane, target);
  joinEnded = (lane: number, target: number, how: string, end: number) =>
    this.#tell("joinEnded", lane, target, how, end);
  signalSet = (lane: number) => this.#tell("signalSet", lane);
  signalSeen = (lane: number, mark: number) => this.#tell("signalSeen", lane, mark);
  lockCreated(name: string, by: number): number {
    this.told.push(`lockCreated ${name} by ${by}`);
    return ++this.#lanes;
  }
  lockAsked = (lane: number, lock: number, blocks: boolean) => this.#tell("lockAsked", lane, lock, blocks);
  lockTaken = (lane: number, lock: number, freed: number, blocked: boolean) =>
    this.#tell("lockTaken", lane, lock, freed, blocked);
  lockGivenUp = (lane: number, lock: number) => this.#tell("lockGivenUp", lane, lock);
  lockFreed = (lane: number, lock: number) => this.#tell("lockFreed", lane, lock);
  gilAsked = (lane: number, gil: number) => this.#tell("gilAsked", lane, gil);
  gilTaken = (lane: number, gil: number, freed: number) => this.#tell("gilTaken", lane, gil, freed);
  gilFreed = (lane: number, gil: number) => this.#tell("gilFreed", lane, gil);
  waitBegan = (lane: number, why: string, on: number, seconds: number) =>
    this.#tell("waitBegan", lane, why, on, seconds);
  waitEnded = (lane: number) => this.#tell("waitEnded", lane);
  output = (lane: number, text: string) => this.#tell("output", lane, text);
  line = (lane: number, file: string, line: number) => this.#tell("line", lane, file, line);

  /** The mark of what was told last is its number from 1. */
  #tell(...words: readonly unknown[]): number {
    return this.told.push(words.join(" "));
  }
}

export interface OneThread extends ThreadContext {
  readonly observer: ToldObserver;
}

/** Makes the caller MainThread (lane 1) of a fresh run whose program exports `module`. */
export function enterMainThread(module: Readonly<Record<string, unknown>> = {}): OneThread {
  const memory = SharedMemory.create(140_000_000_000_000, 64 * 1_024);
  const program = { id: "test", module, main: () => undefined };
  const main = { target: "", args: "[]", name: "MainThread", daemon: false, lane: 1 };
  const thread = createThreadBlock(memory, main);
  memory.store(thread + Block.state, ThreadState.started);
  const observer = new ToldObserver();
  const context = {
    memory,
    thread,
    observer,
    program,
    now: () => performance.now() * 1_000,
    kinds: sharedKinds,
    handles: new Map(),
  };
  enterContext(context);
  return context;
}
