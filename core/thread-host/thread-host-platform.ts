/**
 * What a thread host needs of the world: workers, a clock, timers. Electron's utility process and the command line
 * each give their own.
 */
import type { BootWorker } from "./booted-worker.ts";

export interface ThreadHostPlatform {
  readonly pid: number;
  /** As the timeline names the process's lane: `utility process 4711`. */
  readonly processName: string;
  /** `process.hrtime`, µs. */
  readonly now: () => number;
  readonly boot: BootWorker;
  /** A new run's ident of MainThread: any integer from 2^46 to 2^47. */
  readonly identBase: () => number;
  /** Calls `action` once, after so many ms; returns what takes it back. */
  readonly after: (ms: number, action: () => void) => () => void;
  /** Calls `action` every so many ms; returns what ends that. */
  readonly every: (ms: number, action: () => void) => () => void;
}
