/**
 * Warning: threads wait for each other in a circle of locks and joins, and none of them can ever go on; or did, until a
 * timeout or another thread ended it. What ends such a run from outside (Stop, its process's death) does not undo that
 * they were stuck.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import { type Link, type WaitCircle, WaitForFold } from "../folds/wait-for.ts";
import type { End } from "../kinds.ts";
import type { RecordingHeader } from "../recording.ts";
import type { Warning, WarningFold } from "./warning.ts";

/** Waits of one circle, and circles, that are told; more are counted. */
const linksAtMost = 10;
const circlesAtMost = 20;

/** Ends that come from outside of the program. */
const fromOutside: ReadonlySet<End> = new Set<End>(["abandoned", "killed", "open"]);

export class DeadlockWarning implements WarningFold {
  readonly #fold = new WaitForFold();

  event(event: AnyEvent): void {
    if (isKnown(event) && event.kind === "lane.ended" && fromOutside.has(event.how)) return;
    this.#fold.event(event);
  }

  warnings({ lanes }: RecordingHeader): readonly Warning[] {
    const names = new Map<number, string>(lanes.map(({ id, name }) => [id, name]));
    const nameOf = (lane: number) => names.get(lane) ?? `lane ${lane}`;
    const over = this.#fold.circles.filter(({ until }) => Number.isFinite(until));
    const { closed } = this.#fold;
    const told = closed.slice(0, circlesAtMost);
    return [
      ...told.map((circle) => `deadlock since ${seconds(circle.from)}: ${sentence(circle, nameOf)}`),
      ...(closed.length > told.length ? [`deadlock: ${closed.length - told.length} more of the same`] : []),
      ...overText(over, nameOf),
      ...this.#unfollowedText(),
    ];
  }

  #unfollowedText(): readonly Warning[] {
    const { unfollowed } = this.#fold;
    if (unfollowed === 0) return [];
    return [`${unfollowed} waits stand in chains too long to be followed: whether they closed a deadlock is not known`];
  }
}

/** Of the circles that did not last, the longest is told, and how many there were. */
function overText(over: readonly WaitCircle[], nameOf: (lane: number) => string): readonly Warning[] {
  const [longest] = over.toSorted((a, b) => b.until - b.from - (a.until - a.from));
  if (longest === undefined) return [];
  const when = `from ${seconds(longest.from)} to ${seconds(longest.until)}`;
  const others = over.length === 1 ? "" : `, the longest of ${over.length}`;
  return [`deadlock ${when}${others}, until one of them gave up or was let go: ${sentence(longest, nameOf)}`];
}

function seconds(micros: number): string {
  return `${(micros / 1e6).toFixed(3)} s`;
}

function sentence({ links }: WaitCircle, nameOf: (lane: number) => string): string {
  const told = links.slice(0, linksAtMost);
  const texts = told.map((link, index) => linkText(link, links[(index + 1) % links.length], nameOf));
  if (links.length > told.length) texts.push(`and so on, ${links.length} in all`);
  return `${texts.join("; ")}: take locks in the same order everywhere, or with a timeout`;
}

function linkText({ waiter, lock }: Link, next: Link | undefined, nameOf: (lane: number) => string): string {
  const other = next === undefined ? "nobody" : nameOf(next.waiter);
  if (lock === undefined) return `${nameOf(waiter)} waits for the end of ${other}`;
  return `${nameOf(waiter)} waits for ${nameOf(lock)}, which ${other} holds`;
}
