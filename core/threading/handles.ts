/**
 * The handles that the current thread has of shared objects: one an address.
 */
import { currentContext } from "./context.ts";
import { Attach, SharedObject } from "./shared-object.ts";

/** Notes a handle that was just made. */
export function register(object: SharedObject): void {
  currentContext().handles.set(SharedObject.addressOf(object), object);
}

/** The handle of the object at an address that another thread handed over: the one there is, or a new one. */
export function handleAt<Class extends SharedObject>(type: new (attach: Attach) => Class, address: number): Class {
  const known = currentContext().handles.get(address);
  return known instanceof type ? known : new type(new Attach(address));
}
