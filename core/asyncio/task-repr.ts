/**
 * What a task shows of itself beyond a future: its name, its coroutine, what it waits for, and where it stands.
 * Mirrors `Lib/asyncio/base_tasks.py`.
 */
import { Frame } from "../programs/code.ts";
import { definitionOf } from "../programs/mark.ts";
import { repr } from "../programs/repr.ts";
import { type Coroutine, formatCoroutine } from "./coroutine.ts";
import type { FutureView } from "./future-repr.ts";

/** A task, as far as this file cares. */
export interface TaskView {
  getName(): string;
  getCoro(): Coroutine<unknown>;
  cancelling(): number;
  done(): boolean;
  failed(): boolean;
}

/** A future's view with what a task adds to it; `waiter` is what the task waits for. */
export function taskView(view: FutureView, task: TaskView, waiter: object | null): FutureView {
  const done = task.done();
  const about = [`name=${repr(task.getName())}`, `coro=<${formatCoroutine(task.getCoro(), done)}>`];
  if (waiter !== null) about.push(`wait_for=${String(waiter)}`);
  return { ...view, about, ...(task.cancelling() > 0 && !done && { state: "cancelling" }) };
}

/**
 * Where a task's coroutine is suspended, or where it failed; empty when it ended otherwise. As in Python a suspended
 * coroutine has one frame; of what the coroutine awaits inside itself there is none. Without the line transform there
 * is none at all.
 * @param limit the most frames; null for all.
 */
export function stackOf(task: TaskView, limit: number | null): Frame[] {
  const { definition, frame } = task.getCoro();
  if ((task.done() && !task.failed()) || (limit !== null && limit <= 0)) return [];
  if (frame !== null) return [frame];
  const code = definitionOf(definition);
  return code === undefined ? [] : [new Frame(code)];
}
