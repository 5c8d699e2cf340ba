/**
 * A scenario's variables: names that begin with `_`, and arguments, belong to one coroutine invocation; the others
 * are everybody's.
 */
import { Condition, currentTask, Lock, Semaphore } from "../../../core/asyncio/index.ts";
import { BadScenario, isObject, list, number, text } from "../json.ts";

/** One coroutine invocation, or one callback. */
export interface Frame {
  readonly label: string;
  readonly locals: Map<string, unknown>;
  /** The error being handled, for `reraise`. */
  handled: unknown;
}

export class Variables {
  readonly #globals = new Map<string, unknown>();

  get(frame: Frame, name: string): unknown {
    if (name === "self") return currentTask();
    if (frame.locals.has(name)) return frame.locals.get(name);
    if (this.#globals.has(name)) return this.#globals.get(name);
    throw new BadScenario(`variable ${name} is read before it is set`);
  }

  /** Sets a variable; nothing for no name. */
  set(frame: Frame, name: unknown, value: unknown): void {
    if (typeof name === "string") (name.startsWith("_") ? frame.locals : this.#globals).set(name, value);
  }

  /** What a VALUE stands for: itself, a variable, or the item of a sequence that a variable counts to. */
  value(frame: Frame, written: unknown): unknown {
    if (!isObject(written)) return written;
    if ("v" in written) return this.get(frame, text(written["v"]));
    const [sequence, name] = list(written["pick"]);
    const items = typeof sequence === "string" ? [...sequence] : list(sequence);
    return items[number(this.get(frame, text(name))) % items.length];
  }

  /** The object of a class that a variable holds. @throws BadScenario when it holds another. */
  the<Wanted>(frame: Frame, name: unknown, wanted: abstract new (...args: never[]) => Wanted): Wanted {
    const held = this.get(frame, text(name));
    if (held instanceof wanted) return held;
    throw new BadScenario(`variable ${text(name)} is no ${wanted.name}`);
  }

  /** The lock, condition or semaphore that a variable holds. @throws BadScenario when it holds none of these. */
  theLock(frame: Frame, name: unknown): Lock | Condition | Semaphore {
    const held = this.get(frame, text(name));
    if (held instanceof Lock || held instanceof Condition || held instanceof Semaphore) return held;
    throw new BadScenario(`variable ${text(name)} is no lock, condition or semaphore`);
  }

  /** Arguments by name, each a VALUE. */
  args(frame: Frame, written: unknown): Map<string, unknown> {
    const named = isObject(written) ? Object.entries(written) : [];
    return new Map(named.map(([name, value]) => [name, this.value(frame, value)]));
  }
}
