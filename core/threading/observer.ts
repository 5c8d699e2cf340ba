/**
 * What a run's threads tell of themselves, if anyone asks. The threading module knows nothing of traces: it names
 * threads by the number that `created` gave back (`lane`) and events by marks it keeps in shared memory for whoever
 * needs them later. `null` stands for no observer and costs one check.
 * Invariants: each hook is called in the thread that does it, at the moment it names; between a `…Began` and its
 * `…Ended` the thread does nothing else; a mark is an integer below 2^53, and 0 says that there is none.
 */
import type { ConsoleStream } from "../programs/console.ts";

/** What a thread can wait for: an object of the kind of a lock, a pool's future, an item of a queue. */
export type BlockedFor = "lock" | "future" | "message";

export interface ThreadObserver {
  /** `by` made a Thread object. Returns the number that names it from now on. */
  created(name: string, by: number): number;
  /** `start()` was called on it. */
  started(lane: number): void;
  /** The thread's first instant. */
  began(lane: number): void;
  /** Returns the mark by which a join names its end. `value` is undefined when nothing was returned. */
  returned(lane: number, value: unknown): number;
  /** An error left the thread's body: `error` as Python prints it. Returns a mark, as `returned` does. */
  raised(lane: number, error: string): number;

  sleepBegan(lane: number, seconds: number): void;
  sleepEnded(lane: number): void;

  joinBegan(lane: number, target: number): void;
  /** `end` is the mark of the target's end, 0 for a timeout. */
  joinEnded(lane: number, target: number, how: "ended" | "timeout", end: number): void;

  /** The flag was written to ask threads to stop. Called before the flag is stored; the mark is kept beside it. */
  signalSet(lane: number): number;
  /** A thread noticed it: once an asking in each thread. */
  signalSeen(lane: number, mark: number): void;

  /** `by` made a lock of that name. Returns the number that names it from now on. */
  lockCreated(name: string, by: number): number;
  /** The thread wants the lock; `blocks` when it is not free and the thread waits from here, for `seconds` at most. */
  lockAsked(lane: number, lock: number, blocks: boolean, seconds: number): void;
  /** It has the lock. `freed` is the mark of the freeing before, 0 for none; `blocked` as `lockAsked` said. */
  lockTaken(lane: number, lock: number, freed: number, blocked: boolean): void;
  /** It waits no longer, and has not got it. */
  lockGivenUp(lane: number, lock: number): void;
  /** Called before the lock is free; the mark is kept beside it. */
  lockFreed(lane: number, lock: number): number;

  /** The thread wants the GIL, which another has, and waits from here. */
  gilAsked(lane: number, gil: number): void;
  /** It has the GIL; what follows tells that it runs. `freed` is the mark of the giving up before. */
  gilTaken(lane: number, gil: number, freed: number): void;
  /** Called before the GIL is free; the mark is kept beside it. */
  gilFreed(lane: number, gil: number): number;

  /** The thread blocks for another reason than a lock, a sleep or a join; `on` names an object, 0 for none. */
  waitBegan(lane: number, why: BlockedFor, on: number, seconds: number): void;
  waitEnded(lane: number): void;

  /** One write to the console, control characters included. */
  output(lane: number, text: string, stream: ConsoleStream): void;
  /** The source line that runs next. */
  line(lane: number, file: string, line: number): void;
}
