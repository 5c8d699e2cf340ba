/**
 * What a run's threads tell of themselves, if anyone asks. The threading module knows nothing of traces: it names
 * threads by the number that `created` gave back (`lane`) and events by marks it keeps in shared memory for whoever
 * needs them later. `null` stands for no observer and costs one check.
 * Invariants: each hook is called in the thread that does it, at the moment it names; between a `…Began` and its
 * `…Ended` the thread does nothing else; a mark is an integer below 2^53, and 0 says that there is none.
 */

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

  /** One write to the console, control characters included. */
  output(lane: number, text: string): void;
  /** The source line that runs next. */
  line(lane: number, file: string, line: number): void;
}
