/**
 * A scenario that runs, as its statements see it.
 */
import type { Coroutine, Task } from "../../../core/asyncio/index.ts";
import type { VirtualEventLoop } from "../../../core/asyncio/virtual-clock.ts";
import type { Json } from "../json.ts";
import type { Variables } from "./variables.ts";

export type ScenarioCallback = (...settled: readonly unknown[]) => void;

export interface Program {
  readonly loop: VirtualEventLoop;
  readonly variables: Variables;
  /** Adds an event at the clock's time. */
  emit(...event: readonly Json[]): void;
  /** A new coroutine object of one of the scenario's coroutines. */
  invoke(name: string, args: ReadonlyMap<string, unknown>, label: string): Coroutine<unknown>;
  /** From now on each new task of the loop is shown with this tag; null: no longer. */
  announceTasks(tag: string | null): void;
  /** Shows the task's state when it is done. */
  watch(task: Task<unknown>, label: string): void;
  /** A callback that shows its tag and then runs statements, none of which may await. */
  callback(tag: string, statements: unknown): ScenarioCallback;
  /** The one callback object that a tag stands for. */
  sharedCallback(tag: string, statements: unknown): ScenarioCallback;
}
