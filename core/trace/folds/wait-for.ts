/**
 * Fold: who waits for whom, among threads, their locks and their joins; and whether that is a circle, which nobody in it
 * leaves by itself. A circle is found when the last of its waits arrives, at the cost of its own length. Takes events in
 * order of time, or a table's rows as they arrive: a producer's are in order, and a lane's waits and takings are of one.
 * Invariants: a lane waits for one thing at most; a lock's owner is what its latest event says, whenever it arrives; all
 * steps from wait to wait together, and so the links of all circles, are bounded by the number of events.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import { noLane } from "../ids.ts";
import { Code, codeOf, type Why, whys } from "../kinds.ts";
import type { TraceTable } from "../table.ts";

/** One of a circle: it waits for a lock that the next one holds, or, with no lock, for the next one's end. */
export interface Link {
  readonly waiter: number;
  readonly lock: number | undefined;
  /** Whether it gives up by itself some day. */
  readonly timed: boolean;
}

/** Each waits for the one after it, the last for the first. */
export interface WaitCircle {
  /** When it closed, µs. */
  readonly from: number;
  /** When one of them went on, µs; +∞ while none has. */
  readonly until: number;
  readonly links: readonly Link[];
}

interface Wait {
  readonly t: number;
  readonly on: number;
  readonly isLock: boolean;
  readonly timed: boolean;
}

type Kept = { -readonly [Key in keyof WaitCircle]: WaitCircle[Key] };

/** Steps from wait to wait that are there from the start, and that each wait adds. */
const stepsAtFirst = 2 ** 20;
const stepsEach = 16;

const join = codeOf(whys, "join");
const lock = codeOf(whys, "lock");

export class WaitForFold {
  readonly #owners = new Map<number, { lane: number; t: number }>();
  readonly #waits = new Map<number, Wait>();
  /** The circles that are closed now, by each of their lanes. */
  readonly #closed = new Map<number, Kept>();
  readonly #circles: Kept[] = [];
  #steps = stepsAtFirst;
  #unfollowed = 0;
  /** Each lane's circles: one after the other, since it waits for one thing at a time. */
  readonly #lanes = new Map<number, Kept[]>();

  /** Takes in one event; they come in order of time. */
  event(event: AnyEvent): void {
    if (!isKnown(event)) return;
    const { kind, lane, t } = event;
    if (kind === "lock.taken") this.#owned(event.lock, lane, t);
    else if (kind === "lock.freed") this.#owned(event.lock, noLane, t);
    else if (kind === "run" || kind === "lane.ended") this.#goesOn(lane, t);
    else if (kind === "wait") this.#waitsFor(lane, t, event.why, event.on ?? noLane, event.ms !== undefined);
  }

  /** Takes in one row of a table, whatever the order of its producers. */
  row(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    const t = table.t(row);
    switch (table.kind(row)) {
      case Code.lockTaken:
        this.#owned(table.other(row), lane, t);
        return;
      case Code.lockFreed:
        this.#owned(table.other(row), noLane, t);
        return;
      case Code.run:
      case Code.laneEnded:
        this.#goesOn(lane, t);
        return;
      case Code.wait: {
        const code = table.code(row);
        const why = code === lock ? "lock" : code === join ? "join" : undefined;
        this.#waitsFor(lane, t, why, table.other(row), !Number.isNaN(table.n(row)));
      }
    }
  }

  /** Every circle there was, in the order in which they were found. */
  get circles(): readonly WaitCircle[] {
    return this.#circles;
  }

  /** Waits whose chain was longer than could be followed: whether they closed a circle is not known. */
  get unfollowed(): number {
    return this.#unfollowed;
  }

  /** The circles in which everybody waits now. */
  get closed(): readonly WaitCircle[] {
    return [...new Set(this.#closed.values())];
  }

  /** The last circle that a lane was in at some time between `from` and `to`, µs. */
  of(lane: number, from: number, to: number): WaitCircle | undefined {
    const own = this.#lanes.get(lane) ?? [];
    let after = own.length;
    for (let low = 0; low < after; ) {
      const middle = (low + after) >>> 1;
      if ((own[middle]?.from ?? 0) < to) low = middle + 1;
      else after = middle;
    }
    const last = own[after - 1];
    return last !== undefined && last.until > from ? last : undefined;
  }

  #owned(lockLane: number, lane: number, t: number): void {
    const known = this.#owners.get(lockLane);
    if (known === undefined) this.#owners.set(lockLane, { lane, t });
    else if (t >= known.t) {
      known.lane = lane;
      known.t = t;
    }
  }

  #waitsFor(lane: number, t: number, why: Why | undefined, on: number, timed: boolean): void {
    this.#goesOn(lane, t);
    if (on === noLane || (why !== "lock" && why !== "join")) return;
    this.#waits.set(lane, { t, on, isLock: why === "lock", timed });
    const links = this.#circleFrom(lane);
    if (links === undefined) return;
    const from = links.reduce((latest, { waiter }) => Math.max(latest, this.#waits.get(waiter)?.t ?? t), -Infinity);
    const circle: Kept = { from, until: Number.POSITIVE_INFINITY, links };
    this.#circles.push(circle);
    for (const { waiter } of links) {
      this.#closed.set(waiter, circle);
      const own = this.#lanes.get(waiter);
      if (own === undefined) this.#lanes.set(waiter, [circle]);
      else own.push(circle);
    }
  }

  #circleFrom(first: number): readonly Link[] | undefined {
    const links: Link[] = [];
    let waiter = first;
    let landmark = first;
    this.#steps += stepsEach;
    do {
      const wait = this.#waits.get(waiter);
      if (wait === undefined) return undefined;
      if (this.#steps === 0) {
        this.#unfollowed += 1;
        return undefined;
      }
      this.#steps -= 1;
      const next = wait.isLock ? this.#owners.get(wait.on)?.lane : wait.on;
      if (next === undefined || next === noLane) return undefined;
      links.push({ waiter, lock: wait.isLock ? wait.on : undefined, timed: wait.timed });
      waiter = next;
      // Into a circle that was closed before: a landmark of it is met again, since they stand ever further apart.
      if (waiter === landmark && waiter !== first) return undefined;
      if ((links.length & (links.length - 1)) === 0) landmark = waiter;
    } while (waiter !== first);
    return links;
  }

  /** A lane that runs again, or is gone, was in no circle, or that is broken. */
  #goesOn(lane: number, t: number): void {
    this.#waits.delete(lane);
    const broken = this.#closed.get(lane);
    if (broken === undefined) return;
    for (const { waiter } of broken.links) this.#closed.delete(waiter);
    broken.until = t;
    // It had gone on before the last of them began to wait, and that was heard of later: there was no circle.
    if (t > broken.from) return;
    for (const kept of [this.#circles, ...broken.links.map(({ waiter }) => this.#lanes.get(waiter) ?? [])])
      kept.splice(kept.lastIndexOf(broken), 1);
  }
}
