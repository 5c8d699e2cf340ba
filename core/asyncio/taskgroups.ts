/**
 * Tasks that end together. Mirrors `Lib/asyncio/taskgroups.py`.
 *
 * Invariants: the block is left only when every task of the group has ended; the first error cancels the others and
 * the parent's block; errors come out as one ExceptionGroup, and win over a cancel from outside.
 */
import type { AsyncContextManager, Raised } from "./async-with.ts";
import type { CoroutineLike } from "./coroutine.ts";
import { currentTask } from "./create-task.ts";
import { type EventLoop, getRunningLoop, type TaskOptions } from "./events.ts";
import { ExceptionGroup } from "./exception-group.ts";
import { CancelledError, RuntimeError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import type { Task } from "./tasks.ts";

/** What a group knows from being entered on. */
interface Entered {
  readonly loop: EventLoop;
  readonly parent: Task<unknown>;
}

export class TaskGroup implements AsyncContextManager<TaskGroup> {
  #entered: Entered | null = null;
  #exiting = false;
  #aborting = false;
  #parentCancelRequested = false;
  readonly #tasks = new Set<Task<unknown>>();
  readonly #errors: unknown[] = [];
  #onCompleted: Future<boolean> | null = null;

  *enter(): Generator<unknown, TaskGroup, unknown> {
    if (this.#entered !== null) throw new RuntimeError(`TaskGroup ${this} has already been entered`);
    const loop = getRunningLoop();
    const parent = currentTask(loop);
    if (parent === null) throw new RuntimeError(`TaskGroup ${this} cannot determine the parent task`);
    this.#entered = { loop, parent };
    return this;
  }

  /** Makes a task of the group. @throws RuntimeError before it is entered, while it aborts, and after its end. */
  createTask<Result>(coroutine: CoroutineLike<Result>, options?: TaskOptions): Task<Result> {
    if (this.#entered === null) throw new RuntimeError(`TaskGroup ${this} has not been entered`);
    if (this.#exiting && this.#tasks.size === 0) throw new RuntimeError(`TaskGroup ${this} is finished`);
    if (this.#aborting) throw new RuntimeError(`TaskGroup ${this} is shutting down`);
    const task = this.#entered.loop.createTask(coroutine, options);
    const { parent } = this.#entered;
    task.addDoneCallback((done) => this.#taskDone(done, parent));
    this.#tasks.add(task);
    return task;
  }

  /** @throws ExceptionGroup of the tasks' errors, or the CancelledError that ended the block. */
  *exit(raised: Raised | null): Generator<unknown, void, unknown> {
    if (this.#entered === null) throw new RuntimeError(`TaskGroup ${this} has not been entered`);
    const { loop, parent } = this.#entered;
    this.#exiting = true;
    const cancelled = raised !== null && raised.error instanceof CancelledError;
    let propagated = cancelled ? raised : null;
    // When the group itself cancelled the parent, it must take that request back.
    if (this.#parentCancelRequested && parent.uncancel() === 0) propagated = null;
    if (raised !== null && !this.#aborting) this.#abort();

    while (this.#tasks.size > 0) {
      this.#onCompleted ??= loop.createFuture<boolean>();
      try {
        yield* this.#onCompleted;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        if (!this.#aborting) {
          propagated = { error };
          this.#abort();
        }
      }
      this.#onCompleted = null;
    }

    if (propagated !== null && this.#errors.length === 0) throw propagated.error;
    if (raised !== null && !cancelled) this.#errors.push(raised.error);
    // As CPython, it keeps none of them: errors are heavy.
    const errors = this.#errors.splice(0);
    if (errors.length > 0) throw new ExceptionGroup("unhandled errors in a TaskGroup", errors);
  }

  /** `<TaskGroup tasks=1 entered>`. */
  toString(): string {
    const about = ["TaskGroup"];
    if (this.#tasks.size > 0) about.push(`tasks=${this.#tasks.size}`);
    if (this.#errors.length > 0) about.push(`errors=${this.#errors.length}`);
    if (this.#aborting) about.push("cancelling");
    else if (this.#entered !== null) about.push("entered");
    return `<${about.join(" ")}>`;
  }

  #abort(): void {
    this.#aborting = true;
    for (const task of this.#tasks) if (!task.done()) task.cancel();
  }

  #taskDone(task: Task<unknown>, parent: Task<unknown>): void {
    this.#tasks.delete(task);
    if (this.#tasks.size === 0 && this.#onCompleted?.done() === false) this.#onCompleted.setResult(true);
    if (task.cancelled() || !task.failed()) return;
    const exception = task.exception();
    this.#errors.push(exception);
    if (parent.done()) {
      const message = `Task ${task} has errored out but its parent task ${parent} is already completed`;
      task.loop.callExceptionHandler({ message, exception, task });
    } else if (!this.#aborting && !this.#parentCancelRequested) {
      this.#abort();
      this.#parentCancelRequested = true;
      parent.cancel();
    }
  }
}
