/**
 * A thread as shared memory holds it: what every thread, its own worker and the host know of it.
 */
import { Block, Header, ThreadState } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";

export interface NewThread {
  /** The body's exported name; "" for none. */
  readonly target: string;
  /** As `encodeArguments` writes them. */
  readonly args: string;
  readonly name: string;
  readonly daemon: boolean;
  /** The observer's number for it. */
  readonly lane: number;
  /** Its class, when that is not `Thread`. */
  readonly className?: string;
}

/** Bytes from one thread's ident to the next, as on Linux: a stack of 8 MiB and its guard page. */
const identStep = 8_392_704;

/** Makes a thread's block, `initial`, and returns its address. */
export function createThreadBlock(memory: SharedMemory, thread: NewThread): number {
  const address = memory.allocate(Block.words);
  memory.store(address + Block.index, memory.add(Header.threads, 1));
  memory.store(address + Block.daemon, thread.daemon ? 1 : 0);
  memory.store(address + Block.name, memory.writeText(thread.name));
  memory.store(address + Block.target, thread.target === "" ? 0 : memory.writeText(thread.target));
  memory.store(address + Block.args, memory.writeText(thread.args));
  memory.store(address + Block.lane, thread.lane);
  if (thread.className !== undefined) memory.store(address + Block.className, memory.writeText(thread.className));
  memory.push(Header.firstThread, address);
  return address;
}

/** The next default name: `Thread-1 (spin)`, or `Thread-1` without a target. Only nameless threads take a number. */
export function nextThreadName(memory: SharedMemory, target: string): string {
  const name = `Thread-${memory.add(Header.nextName, 1)}`;
  return target === "" ? name : `${name} (${target})`;
}

/** Whether the block is MainThread's. */
export function isMainBlock(memory: SharedMemory, address: number): boolean {
  return memory.load(address + Block.index) === 0;
}

/** Whether `start()` was called on it and it has not ended. */
export function isRunning(memory: SharedMemory, address: number): boolean {
  const state = memory.load(address + Block.state);
  return state === ThreadState.starting || state === ThreadState.started;
}

/** A nonzero number, unique in the run. It has no other meaning. */
export function identOf(memory: SharedMemory, address: number): number {
  return memory.loadMark(Header.identBase) - memory.load(address + Block.index) * identStep;
}

/** Marks the thread as ended and wakes whoever joins it. For its own worker, and for the host when that died. */
export function markStopped(memory: SharedMemory, address: number, endMark: number): void {
  memory.storeMark(address + Block.endMark, endMark);
  memory.announce(address + Block.state, ThreadState.stopped);
}
