/**
 * Python's `threading.Timer` (Lib/threading.py, 3.11): a thread that waits and then calls a function, unless it was
 * cancelled before.
 */
import { encodeArguments } from "./arguments.ts";
import { defineInternalBody, nameOfBody } from "./bodies.ts";
import { callBody } from "./call-body.ts";
import { currentContext } from "./context.ts";
import { Event } from "./event.ts";
import { handleAt } from "./handles.ts";
import { Block } from "./layout.ts";
import { newThread } from "./new-thread.ts";
import { Attach, SharedObject } from "./shared-object.ts";
import { Thread } from "./thread.ts";

const bodyName = "$timer";

export class Timer<Args extends readonly unknown[] = readonly unknown[]> extends Thread {
  override readonly kind = "Timer";

  /**
   * `interval`: seconds from `start()` to the call of `target`, a function that the program's module exports.
   * @throws TypeError for a target or an argument that cannot cross to another thread.
   */
  constructor(interval: number | Attach, target?: (...args: Args) => unknown, args?: Readonly<NoInfer<Args>>) {
    super(interval instanceof Attach ? interval : new Attach(createTimer(interval, target, args ?? [])));
  }

  /** The timer at an address that another thread handed over. */
  static override at(address: number): Timer {
    return handleAt(Timer, address);
  }

  /** Keeps it from calling, if it has not called yet. */
  cancel(): void {
    const { memory } = currentContext();
    Event.at(memory.load(SharedObject.addressOf(this) + Block.timerEvent)).set();
  }
}

function createTimer(interval: number, target: unknown, args: readonly unknown[]): number {
  const { memory, program } = currentContext();
  const finished = new Event();
  const call = [finished, interval, nameOfBody(program, target), encodeArguments(args)];
  const thread = newThread({ target: bodyName, args: call, className: "Timer" });
  memory.store(thread + Block.timerEvent, SharedObject.addressOf(finished));
  return thread;
}

defineInternalBody(bodyName, (finished, interval, name, args) => {
  if (!(finished instanceof Event)) throw new TypeError("a timer was started without its event");
  finished.wait(Number(interval));
  if (!finished.isSet()) callBody(String(name), String(args));
  finished.set();
});
