/**
 * The loop's timers, earliest first. Mirrors `BaseEventLoop._scheduled`, but where CPython leaves the order of equal
 * times open, ours is the order in which they were set.
 *
 * A timer has a slot that it keeps; what moves in the heap are numbers alone: time, order and slot, side by side in
 * typed arrays. Invariants: `#slot` names each slot once, those in use first, the free ones from `#length` on; a
 * cancelled timer stays until it comes up or until they are more than half of more than a hundred.
 */
import type { TimerHandle } from "./handles.ts";

const fewest = 100;
const smallest = 64;
/** Each timer has four below it (two to this power): half the depth of two, and their times lie side by side. */
const branches = 2;

export class TimerHeap {
  #when = new Float64Array(0);
  #order = new Float64Array(0);
  #slot = new Int32Array(0);
  #timers: (TimerHandle | undefined)[] = [];
  #length = 0;
  #cancelled = 0;
  #set = 0;

  get length(): number {
    return this.#length;
  }

  push(timer: TimerHandle): void {
    this.#insert(timer, timer.due, this.#set++);
  }

  /** The time of the earliest timer, cancelled or not; undefined when there is none. */
  earliest(): number | undefined {
    return this.#length === 0 ? undefined : this.#when[0];
  }

  /** Takes the earliest timer when it is due by `now`, else undefined. */
  takeDue(now: number): TimerHandle | undefined {
    const when = this.#when[0];
    if (this.#length === 0 || when === undefined || when > now) return undefined;
    const timer = this.#pop();
    if (timer?.cancelled() === true) this.#cancelled -= 1;
    return timer;
  }

  /** Counts a timer that was cancelled while it is in here. */
  noteCancelled(): void {
    this.#cancelled += 1;
  }

  /** Forgets cancelled timers: all when they are too many, else those at the top. Done once a turn. */
  dropCancelled(): void {
    if (this.#cancelled === 0) return;
    if (this.#length > fewest && this.#cancelled / this.#length > 0.5) {
      this.#rebuild();
      return;
    }
    while (this.#length > 0 && this.#timerAt(0)?.cancelled() === true) {
      this.#cancelled -= 1;
      this.#pop();
    }
  }

  clear(): void {
    this.#when = new Float64Array(0);
    this.#order = new Float64Array(0);
    this.#slot = new Int32Array(0);
    this.#timers = [];
    this.#length = 0;
    this.#cancelled = 0;
  }

  #timerAt(at: number): TimerHandle | undefined {
    return this.#timers[this.#slot[at] ?? -1];
  }

  #rebuild(): void {
    const timers = Array.from({ length: this.#length }, (_, at) => this.#timerAt(at));
    const orders = this.#order.slice(0, this.#length);
    this.clear();
    timers.forEach((timer, at) => {
      if (timer === undefined) return;
      if (timer.cancelled()) timer.scheduled = false;
      else this.#insert(timer, timer.due, orders[at] ?? 0);
    });
  }

  #insert(timer: TimerHandle, when: number, order: number): void {
    if (this.#length === this.#slot.length) this.#grow();
    let at = this.#length++;
    const slot = at < this.#timers.length ? (this.#slot[at] ?? 0) : at;
    this.#timers[slot] = timer;
    while (at > 0) {
      const above = (at - 1) >> branches;
      if (!this.#before(when, order, above)) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, when, order, slot);
  }

  #pop(): TimerHandle | undefined {
    const free = this.#slot[0] ?? 0;
    const top = this.#timers[free];
    this.#timers[free] = undefined;
    if (top !== undefined) top.scheduled = false;
    const last = --this.#length;
    if (last > 0) this.#sink(this.#when[last] ?? 0, this.#order[last] ?? 0, this.#slot[last] ?? 0);
    this.#slot[last] = free;
    return top;
  }

  #sink(when: number, order: number, slot: number): void {
    let at = 0;
    for (let below = this.#firstBelow(at); below >= 0; below = this.#firstBelow(at)) {
      if (this.#before(when, order, below)) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, when, order, slot);
  }

  /** The earliest of those right below `at`; −1 when there is none. */
  #firstBelow(at: number): number {
    let first = (at << branches) + 1;
    if (first >= this.#length) return -1;
    const end = Math.min(first + (1 << branches), this.#length);
    for (let other = first + 1; other < end; other++) {
      if (this.#before(this.#when[other] ?? 0, this.#order[other] ?? 0, first)) first = other;
    }
    return first;
  }

  #before(when: number, order: number, at: number): boolean {
    const other = this.#when[at] ?? 0;
    return when < other || (when === other && order < (this.#order[at] ?? 0));
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#when[from] ?? 0, this.#order[from] ?? 0, this.#slot[from] ?? 0);
  }

  #put(at: number, when: number, order: number, slot: number): void {
    this.#when[at] = when;
    this.#order[at] = order;
    this.#slot[at] = slot;
  }

  /** Four times the room, since moving costs more than room that nothing is in. */
  #grow(): void {
    const size = Math.max(smallest, this.#length * 4);
    const [when, order, slot] = [this.#when, this.#order, this.#slot];
    this.#when = new Float64Array(size);
    this.#order = new Float64Array(size);
    this.#slot = new Int32Array(size);
    this.#when.set(when);
    this.#order.set(order);
    this.#slot.set(slot);
  }
}
