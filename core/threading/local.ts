/**
 * Python's `threading.local` (Modules/_threadmodule.c, 3.11): an object whose attributes are each thread's own. They lie
 * with the thread's handle, since nobody else ever sees them.
 */
import { currentContext } from "./context.ts";
import { AttributeError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { type Attach, SharedObject } from "./shared-object.ts";

export class Local<Attributes extends object = Record<string, unknown>> extends SharedObject {
  override readonly kind = "Local";
  readonly #attributes: Partial<Attributes> = Object.create(null);

  constructor(attach?: Attach) {
    super(attach?.address ?? currentContext().memory.allocate(2));
    register(this);
  }

  /** The object at an address that another thread handed over, with the current thread's attributes. */
  static at(address: number): Local {
    return handleAt(Local, address);
  }

  /** @throws AttributeError when the current thread has not set it. */
  get<Name extends keyof Attributes & string>(name: Name): Attributes[Name] {
    this.#demand(name);
    const value = this.#attributes[name];
    if (value === undefined) throw missing(name);
    return value;
  }

  set<Name extends keyof Attributes & string>(name: Name, value: Attributes[Name]): void {
    this.#attributes[name] = value;
  }

  /** @throws AttributeError when the current thread has not set it. */
  delete(name: keyof Attributes & string): void {
    this.#demand(name);
    delete this.#attributes[name];
  }

  #demand(name: string): void {
    if (!Object.hasOwn(this.#attributes, name)) throw missing(name);
  }
}

function missing(name: string): AttributeError {
  return new AttributeError(`'_thread._local' object has no attribute '${name}'`);
}
