/**
 * An object whose state lies in the run's shared memory, so that it is the same object in every thread: `Thread`,
 * `Signal`, later the locks and queues. What JavaScript holds is a handle: an address and nothing else.
 * Invariant: in one thread there is one handle an address, so that `===` means what Python's `is` means.
 */

/** How a constructor is told to take an existing object's address instead of making a new one. */
export class Attach {
  readonly address: number;

  constructor(address: number) {
    this.address = address;
  }
}

export abstract class SharedObject {
  readonly #address: number;

  constructor(address: number) {
    this.#address = address;
  }

  /** The class's name, by which a thread that is handed the object finds the class again. */
  abstract readonly kind: string;

  /** The object's place in the run's memory. */
  static addressOf(object: SharedObject): number {
    return object.#address;
  }
}

/** An object's place as a `repr` has it. Another object has another. */
export function addressText(object: SharedObject): string {
  return `0x7f${SharedObject.addressOf(object).toString(16).padStart(10, "0")}`;
}

/** A class whose objects can be handed to a thread. */
export interface SharedKind {
  readonly kind: string;
  /** The object at an address. */
  at(address: number): SharedObject;
}
