/**
 * An event loop's host on the page: its callbacks run on the page's own thread, between the page's own tasks.
 *
 * Invariants: the loop is only ever called from a MessageChannel task, so that a timer armed by it is not nested in
 * another timer, and Chromium's clamp of nested timers to 4 ms never applies; at most one wake-up of a kind is on
 * its way. Timers count whole ms and may be late or early: the loop looks at its own clock again.
 */
import type { Host } from "../../core/asyncio/host.ts";
import { blockPage } from "./block-page.ts";

/** The browser's part, so that tests can stand in for it. */
export interface PageTimers {
  /** ms, monotonic. */
  now(): number;
  /** Calls `action` in a task of its own, as soon as the page has had its turn. */
  post(action: () => void): void;
  /** Calls `action` after so many whole ms; returns what takes it back. */
  after(ms: number, action: () => void): () => void;
}

/** What adding seconds as doubles can make of a whole ms: not worth another one. */
const rounding = 0.001;

/** The longest delay that a browser's timer can have, ms. */
const longestDelay = 2 ** 31 - 1;

export class PageHost implements Host {
  /** One without a loop: V8 forgets what it has compiled for a class with the last object of it. */
  static readonly resting = new PageHost({ now: () => 0.5, post() {}, after: () => () => {} });
  /** s: less than a frame, so that a click or a repaint never waits for longer than one. */
  readonly budget = 0.008;
  readonly #timers: PageTimers;
  #pump: () => void = () => {};
  #posted = false;
  #cancelTimer: () => void = () => {};

  constructor(timers: PageTimers = pageTimers()) {
    this.#timers = timers;
  }

  /** s. */
  time(): number {
    return this.#timers.now() / 1_000;
  }

  /** Holds the page itself for `delay` s. */
  block(delay: number): void {
    blockPage(delay);
  }

  attach(pump: () => void): void {
    this.#pump = pump;
  }

  wakeSoon(): void {
    if (this.#posted) return;
    this.#posted = true;
    this.#timers.post(() => {
      this.#posted = false;
      this.#pump();
    });
  }

  wakeAt(when: number): void {
    this.#cancelTimer();
    const delay = Math.ceil(when * 1_000 - this.#timers.now() - rounding);
    this.#cancelTimer = this.#timers.after(Math.min(Math.max(delay, 0), longestDelay), () => this.wakeSoon());
  }

  cancelWake(): void {
    this.#cancelTimer();
  }
}

let shared: PageTimers | undefined;

/** The page's own, one for all its loops: a channel that was once listened to is never collected, and runs are many. */
function pageTimers(): PageTimers {
  shared ??= browserTimers();
  return shared;
}

function browserTimers(): PageTimers {
  const { port1, port2 } = new MessageChannel();
  const posted: (() => void)[] = [];
  port1.onmessage = () => posted.shift()?.();
  return {
    now: () => performance.now(),
    post: (action) => {
      posted.push(action);
      port2.postMessage(null);
    },
    after: (ms, action) => {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
  };
}
