/**
 * Warning: threads wait for each other in a circle of locks and joins, and none of them can ever go on. What ends such a
 * run from outside (Stop, its process's death) does not undo that they were stuck.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import { type Deadlock, type Link, WaitForFold } from "../folds/wait-for.ts";
import type { LaneId } from "../ids.ts";
import type { End } from "../kinds.ts";
import type { RecordingHeader } from "../recording.ts";
import type { Warning, WarningFold } from "./warning.ts";

/** Ends that come from outside of the program. */
const fromOutside: ReadonlySet<End> = new Set<End>(["abandoned", "killed", "open"]);

export class DeadlockWarning implements WarningFold {
  readonly #fold = new WaitForFold();

  event(event: AnyEvent): void {
    if (isKnown(event) && event.kind === "lane.ended" && fromOutside.has(event.how)) return;
    this.#fold.event(event);
  }

  warnings({ lanes }: RecordingHeader): readonly Warning[] {
    const names = new Map(lanes.map(({ id, name }) => [id, name]));
    const nameOf = (lane: LaneId) => names.get(lane) ?? `lane ${lane}`;
    return this.#fold.deadlocks.map((deadlock) => sentence(deadlock, nameOf));
  }
}

function sentence({ t, circle }: Deadlock, nameOf: (lane: LaneId) => string): Warning {
  const links = circle.map((link, index) => linkText(link, circle[(index + 1) % circle.length], nameOf));
  const remedy = "take locks in the same order everywhere, or with a timeout";
  return `deadlock since ${(t / 1e6).toFixed(3)} s: ${links.join("; ")}: ${remedy}`;
}

function linkText({ waiter, lock }: Link, next: Link | undefined, nameOf: (lane: LaneId) => string): string {
  const other = next === undefined ? "nobody" : nameOf(next.waiter);
  if (lock === undefined) return `${nameOf(waiter)} waits for the end of ${other}`;
  return `${nameOf(waiter)} waits for ${nameOf(lock)}, which ${other} holds`;
}
