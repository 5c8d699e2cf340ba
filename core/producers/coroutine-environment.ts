/**
 * What the coroutines' producer needs of where it runs: the page, or a worker of the command line.
 */
import type { EventLoop } from "../asyncio/events.ts";
import type { Wire } from "../contract/channel.ts";
import type { Parameters } from "../contract/run.ts";

/** A coroutine program: drives the current event loop until its main coroutine has ended. It may return anything. */
export interface CoroutineMain {
  readonly main: (parameters: Parameters) => Promise<unknown>;
}

export interface CoroutineEnvironment {
  /** To main. */
  readonly wire: Wire;
  /** As the timeline names the process's lane: `renderer 4098`. */
  readonly processName: (pid: number) => string;
  /** This thread's clock, raw µs. */
  readonly now: () => number;
  /** Whether that clock is main's own: then there is nothing to align. */
  readonly onMainClock: boolean;
  /** A fresh loop whose unit of time is the second, on the same clock as `now`. */
  readonly createLoop: () => EventLoop;
  readonly programs: Readonly<Record<string, CoroutineMain>>;
  /** Calls `action` once, after so many ms; returns what takes it back. */
  readonly after: (ms: number, action: () => void) => () => void;
  /** Calls `action` every so many ms; returns what ends that. */
  readonly every: (ms: number, action: () => void) => () => void;
}
