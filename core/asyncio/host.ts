/**
 * What an event loop needs of the world, and nothing else: a clock, wake-ups, a way to stop the thread. The unit
 * of time is the host's: seconds on the page and in Node, whatever a test likes on the virtual clock.
 */

/** A loop's clock. */
export interface Clock {
  /** Now, in the host's unit; never goes back. */
  time(): number;
  /** Holds the thread itself for `delay` units: Python's `time.sleep`. Nothing else of the loop runs meanwhile. */
  block(delay: number): void;
}

/** A clock whose owner runs the loop in pieces, between which it does its own work. */
export interface Host extends Clock {
  /** Units of time that callbacks may take before the host needs the thread back. */
  readonly budget: number;
  /** Names what to call on a wake-up. Called once, before any wake-up is asked for. */
  attach(pump: () => void): void;
  /** Asks for a wake-up as soon as the host has had its turn. */
  wakeSoon(): void;
  /** Asks for a wake-up at `when` or a little later; replaces the one asked for before. */
  wakeAt(when: number): void;
  /** Withdraws what `wakeAt` asked for. */
  cancelWake(): void;
}
