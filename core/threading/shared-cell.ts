/**
 * `SharedCell`: one value that threads share, as a Python object's attribute is shared. Each reading and each writing is
 * whole; what happens between the two is the program's own affair, and can go wrong.
 */
import { currentContext } from "./context.ts";
import { checkpoint } from "./gil.ts";
import { handleAt, register } from "./handles.ts";
import { inMonitor } from "./monitor.ts";
import { Attach, SharedObject } from "./shared-object.ts";
import { getValue, replaceValue, ValueSlot } from "./value-slot.ts";

const Cell = { monitor: 0, slot: 2, words: 2 + ValueSlot.words } as const;

export class SharedCell<Value = unknown> extends SharedObject {
  override readonly kind = "SharedCell";

  /** @throws TypeError for a value that can't cross to another thread. */
  constructor(value: Value | Attach) {
    super(value instanceof Attach ? value.address : currentContext().memory.allocate(Cell.words));
    register(this);
    if (!(value instanceof Attach)) this.value = value;
  }

  /** The cell at an address that another thread handed over. */
  static at(address: number): SharedCell {
    return handleAt(SharedCell, address);
  }

  get value(): Value {
    const context = currentContext();
    checkpoint(context);
    const cell = SharedObject.addressOf(this);
    return inMonitor(context, cell + Cell.monitor, () => getValue<Value>(context, cell + Cell.slot));
  }

  /** @throws TypeError for a value that can't cross to another thread. */
  set value(value: Value) {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    inMonitor(context, cell + Cell.monitor, () => replaceValue(context, cell + Cell.slot, value));
  }
}
