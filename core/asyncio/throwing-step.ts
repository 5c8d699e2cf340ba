/**
 * A task's next step, with an error that the task made for itself: it awaited what cannot be awaited.
 */
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
}
