/**
 * A time limit around a block. Mirrors `Lib/asyncio/timeouts.py`.
 */
import type { AsyncContextManager, Raised } from "./async-with.ts";
import { currentTask } from "./create-task.ts";
import { getRunningLoop } from "./events.ts";
import { CancelledError, RuntimeError, TimeoutError } from "./exceptions.ts";
import type { Handle } from "./handles.ts";
import type { Task } from "./tasks.ts";

type State = "created" | "active" | "expiring" | "expired" | "finished";

export class Timeout implements AsyncContextManager<Timeout> {
  #state: State = "created";
  #handle: Handle | null = null;
  #task: Task<unknown> | null = null;
  #cancelling = 0;
  #when: number | null;

  /** Use `timeout` or `timeoutAt`. */
  constructor(when: number | null) {
    this.#when = when;
  }

  /** The deadline in loop time; null for none. */
  when(): number | null {
    return this.#when;
  }

  /** Moves the deadline. @throws RuntimeError outside the block. */
  reschedule(when: number | null): void {
    if (this.#state === "created") throw new RuntimeError("Timeout has not been entered");
    if (this.#state !== "active") throw new RuntimeError(`Cannot change state of ${this.#state} Timeout`);
    this.#when = when;
    this.#handle?.cancel();
    this.#handle = null;
    if (when === null) return;
    const loop = getRunningLoop();
    const expire = () => this.#expire();
    this.#handle = when <= loop.time() ? loop.callSoon(expire) : loop.callAt(when, expire);
  }

  /** Whether the deadline passed while the block ran. */
  expired(): boolean {
    return this.#state === "expiring" || this.#state === "expired";
  }

  *enter(): Generator<unknown, Timeout, unknown> {
    if (this.#state !== "created") throw new RuntimeError("Timeout has already been entered");
    const task = currentTask();
    if (task === null) throw new RuntimeError("Timeout should be used inside a task");
    this.#state = "active";
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.reschedule(this.#when);
    return this;
  }

  /** @throws TimeoutError in place of the CancelledError that the deadline brought about. */
  *exit(raised: Raised | null): Generator<unknown, void, unknown> {
    this.#handle?.cancel();
    this.#handle = null;
    if (this.#state === "active") this.#state = "finished";
    if (this.#state !== "expiring" || this.#task === null) return;
    this.#state = "expired";
    const handled = this.#task.uncancel() <= this.#cancelling;
    if (handled && raised !== null && raised.error instanceof CancelledError) throw new TimeoutError();
  }

  /** `<Timeout [active] when=953.562>`. */
  toString(): string {
    const when = this.#when === null ? "None" : String(Math.round(this.#when * 1000) / 1000);
    return `<Timeout [${this.#state}]${this.#state === "active" ? ` when=${when}` : ""}>`;
  }

  #expire(): void {
    this.#task?.cancel();
    this.#state = "expiring";
    this.#handle = null;
  }
}

/**
 * A limit of `delay` units of loop time, null for none, on the block that it is entered around.
 *
 * @example yield* asyncWith(timeout(1), function* () { yield* slowFunction(); });
 */
export function timeout(delay: number | null): Timeout {
  const loop = getRunningLoop();
  return new Timeout(delay === null ? null : loop.time() + delay);
}

/** A limit at loop time `when`, null for none. */
export function timeoutAt(when: number | null): Timeout {
  return new Timeout(when);
}
