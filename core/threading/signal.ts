/**
 * `Signal`: one mutable flag that asks a thread to stop. A thread can't be cancelled from outside; it has to look.
 * Invariants: the mark of the asking is stored before the flag, so that whoever sees the flag finds the mark; a
 * thread tells of an asking once, however often it looks.
 */
import { currentContext } from "./context.ts";
import { checkpoint } from "./gil.ts";
import { Block, Header, SignalCell } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";
import { Attach, addressText, SharedObject } from "./shared-object.ts";

export class Signal extends SharedObject {
  override readonly kind = "Signal";
  #seen = 0;

  constructor(attach?: Attach) {
    const { memory, handles } = currentContext();
    super(attach?.address ?? createSignal(memory));
    handles.set(SharedObject.addressOf(this), this);
  }

  /** The signal at an address that another thread handed over. */
  static at(address: number): Signal {
    const known = currentContext().handles.get(address);
    return known instanceof Signal ? known : new Signal(new Attach(address));
  }

  /** Whether threads may go on. */
  get go(): boolean {
    const context = currentContext();
    const { memory, observer, thread } = context;
    checkpoint(context);
    const address = SharedObject.addressOf(this);
    if (memory.load(address + SignalCell.go) === 1) return true;
    const mark = memory.loadMark(address + SignalCell.mark);
    if (mark !== this.#seen) {
      this.#seen = mark;
      observer?.signalSeen(memory.load(thread + Block.lane), mark);
    }
    return false;
  }

  set go(go: boolean) {
    const { memory, observer, thread } = currentContext();
    const address = SharedObject.addressOf(this);
    if (!go) {
      // Who asks needs not notice: its own mark counts as seen.
      this.#seen = observer?.signalSet(memory.load(thread + Block.lane)) ?? 0;
      memory.storeMark(address + SignalCell.mark, this.#seen);
    }
    memory.store(address + SignalCell.go, go ? 1 : 0);
  }

  override toString(): string {
    return `<Signal object at ${addressText(this)}>`;
  }
}

function createSignal(memory: SharedMemory): number {
  const address = memory.allocate(SignalCell.words);
  memory.store(address + SignalCell.go, 1);
  memory.push(Header.firstSignal, address);
  return address;
}
