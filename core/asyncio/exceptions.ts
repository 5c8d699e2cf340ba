/**
 * The errors of asyncio. Mirrors `Lib/asyncio/exceptions.py` and those of Python's built-in errors that asyncio
 * raises and JavaScript does not have.
 */
import { repr } from "../programs/repr.ts";

/**
 * Raised in a coroutine at the `yield*` where it is suspended, when its task is cancelled. As in Python it is no
 * ordinary error: a handler that does not know it must raise it again.
 *
 * It is an `Error` by its prototype but is not made by `Error`'s constructor, which would take a stack trace that
 * nobody reads: cancelling is control flow, and happens ten thousand times as often as a failure.
 */
export class CancelledError implements Error {
  declare readonly name: "CancelledError";
  /** What `cancel(msg)` was given, or undefined. */
  readonly msg: string | undefined;

  constructor(msg?: string) {
    this.msg = msg;
  }

  get message(): string {
    return this.msg ?? "";
  }

  toString(): string {
    return `CancelledError(${this.msg === undefined ? "" : repr(this.msg)})`;
  }
}
Object.setPrototypeOf(CancelledError.prototype, Error.prototype);
Object.defineProperty(CancelledError.prototype, "name", { value: "CancelledError" });

/** A future or task was asked for what its state does not allow. */
export class InvalidStateError extends Error {
  override readonly name = "InvalidStateError";
}

/** Python's built-in of this name: asyncio was used in a way that it forbids. */
export class RuntimeError extends Error {
  override readonly name: string = "RuntimeError";
}

/** Python's built-in of this name: an argument has the right type and a value that makes no sense. */
export class ValueError extends Error {
  override readonly name = "ValueError";
}

/** A time limit has passed. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}

/** A barrier was reset or aborted while a task waited at it, or before. */
export class BrokenBarrierError extends RuntimeError {
  override readonly name: string = "BrokenBarrierError";
}
