/**
 * A loop on a host: a page, or Node. It runs in pieces, each begun by a wake-up of the host; between two pieces the
 * host does its own work, if need be in the middle of a turn, whose set of callbacks stays as it is. Mirrors
 * `run_forever` of `Lib/asyncio/base_events.py`, whose `select` is here the host's own waiting.
 *
 * Invariants: at most one wake-up is asked for at a time; while the loop is idle, whatever is scheduled wakes it;
 * a wake-up that comes too early only asks for another.
 */
import { EventLoop } from "./events.ts";
import type { Host } from "./host.ts";
import { keepLayouts } from "./object-layouts.ts";
import { Slice } from "./slice.ts";

/** The host of a loop that never runs. */
const restingHost: Host = {
  budget: 0,
  time: () => 0,
  block() {},
  attach() {},
  wakeSoon() {},
  wakeAt() {},
  cancelWake() {},
};

export class HostedEventLoop extends EventLoop {
  readonly #host: Host;
  readonly #slice: Slice;
  #finish: (() => void) | null = null;

  constructor(host: Host) {
    super(host);
    this.#host = host;
    this.#slice = new Slice(host);
    host.attach(() => this.#pump());
    keepLayouts(() => new HostedEventLoop(restingHost));
  }

  protected override drive<Outcome>(proceed: () => Outcome | Promise<Outcome>): Promise<Outcome> {
    this.began();
    return new Promise((resolve, reject) => {
      this.#finish = () => {
        try {
          resolve(proceed());
        } catch (error) {
          reject(error);
        }
      };
      this.wake();
    });
  }

  protected override wake(): void {
    this.idle = false;
    this.#host.cancelWake();
    this.#host.wakeSoon();
  }

  #pump(): void {
    if (!this.isRunning()) return;
    this.idle = false;
    this.#slice.begin();
    if (this.observer !== null) this.observer.woke();
    while (this.midTurn || this.stopping || this.#hasWork()) {
      if (!this.midTurn) this.beginTurn();
      const over = this.#slice.spend(this.runAsCurrent(this.#slice.allowance));
      if (this.stopping && !this.midTurn) {
        this.#stop();
        return;
      }
      if (over) break;
    }
    this.#rest();
  }

  #hasWork(): boolean {
    if (this.ready.length > 0) return true;
    const when = this.timers.earliest();
    return when !== undefined && when <= this.time();
  }

  /** Gives the thread back: for a moment, until the next timer, or until something is scheduled. */
  #rest(): void {
    this.timers.dropCancelled();
    const when = this.timers.earliest();
    if (this.ready.length > 0) {
      this.#host.wakeSoon();
    } else {
      this.idle = true;
      if (when !== undefined) this.#host.wakeAt(when);
    }
  }

  #stop(): void {
    this.ended();
    const finish = this.#finish;
    this.#finish = null;
    finish?.();
  }
}
