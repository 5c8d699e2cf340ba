/**
 * The loop's timers, earliest first. Mirrors `BaseEventLoop._scheduled`, but where CPython leaves the order of equal
 * times open, ours is the order in which they were set.
 * Invariants: times and orders stand in typed arrays beside the handles, so that sifting touches no object; a
 * cancelled timer stays until it comes up or until they are more than half of more than a hundred.
 */
import type { TimerHandle } from "./handles.ts";

const fewest = 100;
/** Each timer has four below it (two to this power): half the depth of two, and their times lie side by side. */
const branches = 2;

export class TimerHeap {
  #when = new Float64Array(64);
  #order = new Float64Array(64);
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
    while (this.#length > 0 && this.#timers[0]?.cancelled() === true) {
      this.#cancelled -= 1;
      this.#pop();
    }
  }

  clear(): void {
    this.#timers = [];
    this.#length = 0;
    this.#cancelled = 0;
  }

  #rebuild(): void {
    const kept = this.#timers.slice(0, this.#length);
    const orders = this.#order.slice(0, this.#length);
    this.clear();
    kept.forEach((timer, at) => {
      if (timer === undefined) return;
      if (timer.cancelled()) timer.scheduled = false;
      else this.#insert(timer, timer.due, orders[at] ?? 0);
    });
  }

  #insert(timer: TimerHandle, when: number, order: number): void {
    if (this.#length === this.#when.length) this.#grow();
    let at = this.#length++;
    while (at > 0) {
      const parent = (at - 1) >> branches;
      if (!this.#before(when, order, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, timer, when, order);
  }

  #pop(): TimerHandle | undefined {
    const top = this.#timers[0];
    if (top !== undefined) top.scheduled = false;
    const last = --this.#length;
    const moved = this.#timers[last];
    this.#timers[last] = undefined;
    if (last > 0 && moved !== undefined) this.#sink(moved, this.#when[last] ?? 0, this.#order[last] ?? 0);
    return top;
  }

  #sink(timer: TimerHandle, when: number, order: number): void {
    let at = 0;
    for (let below = this.#firstBelow(at); below >= 0; below = this.#firstBelow(at)) {
      if (this.#before(when, order, below)) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, timer, when, order);
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
    this.#timers[to] = this.#timers[from];
    this.#when[to] = this.#when[from] ?? 0;
    this.#order[to] = this.#order[from] ?? 0;
  }

  #put(at: number, timer: TimerHandle, when: number, order: number): void {
    this.#timers[at] = timer;
    this.#when[at] = when;
    this.#order[at] = order;
  }

  #grow(): void {
    const when = new Float64Array(this.#when.length * 2);
    const order = new Float64Array(this.#when.length * 2);
    when.set(this.#when);
    order.set(this.#order);
    this.#when = when;
    this.#order = order;
  }
}
