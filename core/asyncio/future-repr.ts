/**
 * How futures and tasks print themselves. Mirrors `Lib/asyncio/base_futures.py` and `base_tasks.py`.
 */
import { repr, shortRepr } from "../programs/repr.ts";
import { type Callback, formatCallback } from "./handles.ts";

/** What a future shows of itself. */
export interface FutureView {
  /** `pending`, `cancelled`, `finished`; of a task also `cancelling`. */
  readonly state: string;
  readonly value: unknown;
  /** Whether `value` is the exception of a finished one. */
  readonly failed: boolean;
  /** Functions, and tasks that wait. */
  readonly callbacks: readonly (Callback | { scheduleWakeup(settled: never): void })[];
  /** What a task shows between its state and its outcome. */
  readonly about?: readonly string[];
}

const printing = new Set<object>();

/** Prints an object, or `...` where it is being printed already: two tasks can wait for each other. */
export function printOnce(object: object, print: () => string): string {
  if (printing.has(object)) return "...";
  printing.add(object);
  try {
    return print();
  } finally {
    printing.delete(object);
  }
}

/** `<Future finished result=42>`. */
export function futureRepr(name: string, view: FutureView): string {
  const parts = [view.state, ...(view.about ?? [])];
  if (view.failed) parts.push(`exception=${repr(view.value)}`);
  else if (view.state === "finished") parts.push(`result=${shortRepr(view.value)}`);
  if (view.callbacks.length > 0) parts.push(formatCallbacks(view.callbacks));
  return `<${name} ${parts.join(" ")}>`;
}

function formatCallbacks(callbacks: FutureView["callbacks"]): string {
  const shown = callbacks.map((callback) =>
    typeof callback === "function" ? formatCallback(callback, []) : "Task.task_wakeup()",
  );
  const [first, ...others] = shown;
  const last = others.at(-1);
  if (last === undefined) return `cb=[${first}]`;
  return others.length === 1 ? `cb=[${first}, ${last}]` : `cb=[${first}, <${shown.length - 2} more>, ${last}]`;
}
