/**
 * A task's next step, with an error that the task made for itself: it awaited what cannot be awaited. Mirrors the
 * `call_soon(self.__step, new_exc)` of `Lib/asyncio/tasks.py`.
 */
import { repr } from "../programs/repr.ts";
import type { Runnable } from "./runnable.ts";

/** Scheduled in the task's place. */
export class ThrowingStep implements Runnable {
  readonly #task: { step(error: unknown): void };
  readonly #error: Error;

  constructor(task: { step(error: unknown): void }, error: Error) {
    this.#task = task;
    this.#error = error;
  }

  run(): void {
    this.#task.step(this.#error);
  }

  /** As the task that it is a step of. */
  toString(): string {
    return String(this.#task);
  }
}

/** What a task is told that yielded what nobody can wait for. */
export function badYield(task: object, yielded: unknown): string {
  if (Object.prototype.toString.call(yielded) === "[object Generator]") {
    return `yield was used instead of yield* for generator in task ${task} with ${repr(yielded)}`;
  }
  return `Task got bad yield: ${repr(yielded)}`;
}
