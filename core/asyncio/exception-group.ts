/**
 * Several errors raised as one, in the order in which they occurred. Mirrors Python's built-in `ExceptionGroup`,
 * as far as `TaskGroup` needs it.
 */
import { repr } from "../programs/repr.ts";

export class ExceptionGroup extends Error {
  override readonly name = "ExceptionGroup";
  readonly exceptions: readonly unknown[];

  constructor(message: string, exceptions: readonly unknown[]) {
    super(message);
    this.exceptions = exceptions;
  }

  override toString(): string {
    return `ExceptionGroup(${repr(this.message)}, ${repr(this.exceptions)})`;
  }
}
