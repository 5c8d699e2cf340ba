/**
 * What each KIND of the scenario language makes.
 */
import * as library from "../../../core/threading/index.ts";
import { BadScenario, isObject, number, object, text } from "../json.ts";
import type { ScenarioProgram } from "./scenario-program.ts";

/** A bag has no state of its own but the notes in the log. */
const bag = "bag";

/** Makes an object of a KIND. @throws what Python's constructor throws. BadScenario for an unknown kind. */
export function makeObject(program: ScenarioProgram, name: string, [kind, first, second]: readonly unknown[]): unknown {
  const size = first === undefined ? undefined : number(isObject(first) ? 0 : typeof first === "string" ? 0 : first);
  switch (kind) {
    case "lock":
      return new library.Lock();
    case "rlock":
      return new library.RLock();
    case "condition":
      return new library.Condition(first === undefined ? undefined : lockCalled(program, text(first)));
    case "semaphore":
      return new library.Semaphore(size);
    case "bsemaphore":
      return new library.BoundedSemaphore(size);
    case "event":
      return new library.Event();
    case "barrier":
      return makeBarrier(program, name, number(first), second === undefined ? {} : object(second));
    case "local":
      return new library.Local();
    case "queue":
      return new library.Queue(size);
    case "lifo":
      return new library.LifoQueue(size);
    case "priority":
      return new library.PriorityQueue(size);
    case "pool":
      return makePool(program, name, number(first), second === undefined ? {} : object(second));
    case "future":
      return new library.Future();
    case "cell":
      return new library.SharedCell(first ?? 0);
    case "bag":
    case "seq":
      return bag;
    default:
      throw new BadScenario(`unknown object ${JSON.stringify(kind)}`);
  }
}

function lockCalled({ objects }: ScenarioProgram, name: string): library.Lock | library.RLock {
  const found = objects.find(name);
  if (found instanceof library.Lock || found instanceof library.RLock) return found;
  throw new BadScenario(`${name} is no lock`);
}

type Options = { readonly [name: string]: unknown };

function makeBarrier(program: ScenarioProgram, name: string, parties: number, options: Options): library.Barrier {
  const timeout = options["timeout"] === undefined ? null : number(options["timeout"]) / 1_000;
  if (options["action"] === undefined) return new library.Barrier(parties, { timeout });
  const action = program.body(text(options["action"]));
  return new library.Barrier(parties, { timeout, action, args: program.call(`${name}!action`, {}) });
}

function makePool(program: ScenarioProgram, name: string, maxWorkers: number, options: Options) {
  const threadNamePrefix = options["prefix"] === undefined ? "" : text(options["prefix"]);
  if (options["initializer"] === undefined) return new library.ThreadPoolExecutor({ maxWorkers, threadNamePrefix });
  const initializer = program.body(text(options["initializer"]));
  const initargs = program.call(`${name}!init`, {});
  return new library.ThreadPoolExecutor({ maxWorkers, threadNamePrefix, initializer, initargs });
}
