/**
 * How each mode's program ended, as its recording tells it: by the end of the mode's first thread or task, which is the
 * one that ran the program.
 */
import { type Mode, type ModeState, modes, type Outcome } from "../contract/run.ts";
import type { AnyEvent } from "../trace/event.ts";
import type { End } from "../trace/kinds.ts";
import type { RecordingHeader } from "../trace/recording.ts";

/** What of a header tells a mode's first lane, and whether its producers died. */
export type RootsHeader = Pick<RecordingHeader, "modes" | "lanes" | "producers">;

/** As long as an outcome's error may be. */
const longestError = 10_000;

export class RootOutcomes {
  readonly #header: RootsHeader;
  readonly #modes: readonly Mode[];
  readonly #roots = new Map<number, Mode>();
  readonly #outcomes = new Map<Mode, Outcome>();

  constructor(header: RootsHeader) {
    this.#header = header;
    this.#modes = modes.filter((mode) => header.modes.includes(mode));
    for (const mode of this.#modes) {
      const root = header.lanes.find(({ kind, runtime }) => runtime === mode && (kind === "thread" || kind === "task"));
      if (root !== undefined) this.#roots.set(root.id, mode);
    }
  }

  /** Takes in the next event. */
  event(event: AnyEvent): void {
    if (event.kind !== "lane.ended" || !("how" in event)) return;
    const mode = this.#roots.get(event.lane);
    const how = mode === undefined ? undefined : this.#howOf(mode, event.how);
    if (mode === undefined || how === undefined) return;
    const { value, error } = event;
    this.#outcomes.set(mode, {
      how,
      ...(value === undefined ? {} : { value }),
      ...(error === undefined ? {} : { error: error.slice(0, longestError) }),
    });
  }

  /** Each mode in the order shown; without an outcome for a program that had not ended. */
  get modes(): readonly ModeState[] {
    return this.#modes.map((mode) => {
      const outcome = this.#outcomes.get(mode);
      return { mode, phase: "ended", ...(outcome === undefined ? {} : { outcome }) };
    });
  }

  #howOf(mode: Mode, end: End): Outcome["how"] | undefined {
    switch (end) {
      case "returned":
      case "raised":
        return end;
      case "cancelled":
        return "stopped";
      case "killed":
      case "abandoned": {
        // Threads that were stopped are abandoned, too; those that died could not say their last number.
        const died = this.#header.producers.some(({ role, tail }) => role === mode && tail === "unknown");
        return died ? "lost" : "stopped";
      }
      case "open":
        return undefined;
    }
  }
}
