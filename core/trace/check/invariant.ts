/**
 * One invariant of a recording: looks at each event once, in the file's order, and says at the end what is missing.
 */
import type { AnyEvent, TraceEvent } from "../event.ts";

export interface Invariant {
  /** Any event, of unknown kinds too. */
  any?(event: AnyEvent): void;
  /** An event of a kind this version knows. */
  known?(event: TraceEvent): void;
  /** There are no more events. Not called for a file that was cut short: then nothing is known to be missing. */
  end?(): void;
}
