/**
 * Locks, queues and their like in the scenario language: what `let` makes, and the statements on them that do not await.
 */
import {
  Barrier,
  BoundedSemaphore,
  Condition,
  Event,
  LifoQueue,
  Lock,
  PriorityQueue,
  Queue,
  Semaphore,
  Timeout,
} from "../../../core/asyncio/index.ts";
import { BadScenario, list, number, numberOrNull } from "../json.ts";
import { makeAwaitable } from "./awaitables.ts";
import type { Program } from "./program.ts";
import type { Frame } from "./variables.ts";

/** Runs one statement on a primitive. @throws BadScenario when the language has none of this kind. */
export function runOnPrimitives(
  { variables, loop }: Program,
  frame: Frame,
  kind: string,
  operands: readonly unknown[],
): void {
  const [first, second] = operands;
  switch (kind) {
    case "release":
      variables.theLock(frame, first).release();
      break;
    case "notify":
      variables.the(frame, first, Condition).notify(second === undefined ? 1 : number(second));
      break;
    case "notify_all":
      variables.the(frame, first, Condition).notifyAll();
      break;
    case "event_set":
      variables.the(frame, first, Event).set();
      break;
    case "event_clear":
      variables.the(frame, first, Event).clear();
      break;
    case "put_nowait":
      variables.the<Queue<unknown>>(frame, first, Queue).putNowait(variables.value(frame, second));
      break;
    case "get_nowait":
      variables.set(frame, second, variables.the(frame, first, Queue).getNowait());
      break;
    case "task_done":
      variables.the(frame, first, Queue).taskDone();
      break;
    case "reschedule": {
      const delay = numberOrNull(second);
      variables.the(frame, first, Timeout).reschedule(delay === null ? null : loop.time() + delay);
      break;
    }
    default:
      throw new BadScenario(`unknown statement ${kind}`);
  }
}

/** What `let` makes: an object of the library, or a VALUE. */
export function made(program: Program, frame: Frame, written: unknown): unknown {
  if (!Array.isArray(written)) return program.variables.value(frame, written);
  const [kind, operand] = list(written);
  switch (kind) {
    case "future":
      return program.loop.createFuture();
    case "lock":
      return new Lock();
    case "event":
      return new Event();
    case "queue":
      return new Queue(number(operand));
    case "priority_queue":
      return new PriorityQueue(number(operand));
    case "lifo_queue":
      return new LifoQueue(number(operand));
    case "condition":
      return operand === undefined ? new Condition() : new Condition(program.variables.the(frame, operand, Lock));
    case "semaphore":
      return new Semaphore(number(operand));
    case "bounded_semaphore":
      return new BoundedSemaphore(number(operand));
    case "barrier":
      return new Barrier(number(operand));
    case "shield":
    case "gather":
      return makeAwaitable(program, frame, written);
    default:
      throw new BadScenario(`unknown thing to make: ${JSON.stringify(written)}`);
  }
}
