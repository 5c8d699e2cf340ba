/**
 * Which tasks are let go of without a word while they are pending. Mirrors `Task._log_destroy_pending` of
 * `Lib/asyncio/tasks.py`. CPython keeps a flag in each task; here it is told by what waits for the task, or noted aside: a
 * field would cost every task its room.
 */
import type { Callback, ExceptionContext } from "./handles.ts";

const quiet = new WeakSet<object>();

/** Nobody is to be told of `task`; or, given a done callback, of any task that it waits for. */
export function keepQuietAbout(taskOrCallback: object): void {
  quiet.add(taskOrCallback);
}

interface Pending {
  readonly callbacks: readonly (Callback | object)[];
  readonly loop: { callExceptionHandler(context: ExceptionContext): void };
}

/** Reports tasks that are pending and will never run again, as CPython when it collects them. */
export function reportDestroyed(tasks: readonly Pending[]): void {
  for (const task of tasks) {
    if (quiet.has(task) || task.callbacks.some((callback) => quiet.has(callback))) continue;
    task.loop.callExceptionHandler({ message: "Task was destroyed but it is pending!", task });
  }
}
