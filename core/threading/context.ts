/**
 * Where a thread is: its run's memory, its own block, who watches, which program it runs. One a JavaScript realm,
 * set when a worker takes up its thread; everything that programs import begins here.
 */
import type { Program } from "./bodies.ts";
import { RuntimeError } from "./exceptions.ts";
import type { SharedMemory } from "./memory.ts";
import type { ThreadObserver } from "./observer.ts";
import type { SharedKind, SharedObject } from "./shared-object.ts";

export interface ThreadContext {
  readonly memory: SharedMemory;
  /** Address of the current thread's block. */
  readonly thread: number;
  readonly observer: ThreadObserver | null;
  /** A monotonic clock, in µs. */
  readonly now: () => number;
  readonly program: Program;
  /** The classes whose objects can be handed to a thread. */
  readonly kinds: readonly SharedKind[];
  /** The handles that this thread has, by address. */
  readonly handles: Map<number, SharedObject>;
}

let current: ThreadContext | null = null;

/** The current thread's context. @throws RuntimeError outside a thread of a run. */
export function currentContext(): ThreadContext {
  if (current !== null) return current;
  throw new RuntimeError("there is no current thread: a thread program runs only in a run's own worker threads");
}

/** Makes this realm a thread of a run (`null`: of none), and returns what it was before. */
export function enterContext(context: ThreadContext | null): ThreadContext | null {
  const before = current;
  current = context;
  return before;
}
