/**
 * Python's `threading.Event` (Lib/threading.py, 3.11): a flag that threads wait for. Invariant: who waits when it is set
 * is woken and told true, even if it is cleared before that thread runs.
 */
import { currentContext } from "./context.ts";
import { handleAt, register } from "./handles.ts";
import { enterMonitor, inMonitor, leaveMonitor } from "./monitor.ts";
import { objectLane } from "./object-lane.ts";
import { type Attach, addressText, SharedObject } from "./shared-object.ts";
import { waitDeadline } from "./timeouts.ts";
import { leaveAndWait, QueueCell, wakeAll } from "./wait-queue.ts";

const Cell = { monitor: 0, lane: 1, flag: 2, queue: 3, words: 3 + QueueCell.words } as const;

export class Event extends SharedObject {
  override readonly kind = "Event";

  constructor(attach?: Attach) {
    super(attach?.address ?? createEvent());
    register(this);
  }

  /** The event at an address that another thread handed over. */
  static at(address: number): Event {
    return handleAt(Event, address);
  }

  isSet(): boolean {
    return currentContext().memory.load(SharedObject.addressOf(this) + Cell.flag) === 1;
  }

  /** Sets the flag and wakes all who wait. */
  set(): void {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    inMonitor(context, cell + Cell.monitor, () => {
      context.memory.store(cell + Cell.flag, 1);
      wakeAll(context.memory, cell + Cell.queue);
    });
  }

  /** Takes the flag back: waits that begin from now on block. */
  clear(): void {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    inMonitor(context, cell + Cell.monitor, () => context.memory.store(cell + Cell.flag, 0));
  }

  /** Blocks until the flag is set, for `timeout` seconds at most. False only when the time was up first. */
  wait(timeout?: number | null): boolean {
    if (this.isSet()) return true;
    const context = currentContext();
    const { memory, now } = context;
    const cell = SharedObject.addressOf(this);
    const deadline = waitDeadline(now, timeout);
    const reason = { why: "lock", on: memory.load(cell + Cell.lane) } as const;
    enterMonitor(context, cell + Cell.monitor);
    if (!this.isSet()) return leaveAndWait(context, cell + Cell.monitor, cell + Cell.queue, deadline, reason);
    leaveMonitor(memory, cell + Cell.monitor);
    return true;
  }

  /** As Python prints it: `<threading.Event at 0x7f0000000408: unset>`. */
  override toString(): string {
    return `<threading.Event at ${addressText(this)}: ${this.isSet() ? "set" : "unset"}>`;
  }
}

function createEvent(): number {
  const { memory } = currentContext();
  const cell = memory.allocate(Cell.words);
  memory.store(cell + Cell.lane, objectLane("Event"));
  return cell;
}
