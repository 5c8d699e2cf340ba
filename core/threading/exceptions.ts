/**
 * Python's exceptions that the threading module raises, by Python's names and with its words.
 */

/** Python's `RuntimeError`. */
export class RuntimeError extends Error {
  override readonly name: string = "RuntimeError";
}

/** Python's `ValueError`. */
export class ValueError extends Error {
  override readonly name: string = "ValueError";
}

/** Python's `OverflowError`: a number too large for what it is to count. */
export class OverflowError extends Error {
  override readonly name: string = "OverflowError";
}

/** Python's `MemoryError`: the run's shared memory is used up. */
export class MemoryError extends Error {
  override readonly name: string = "MemoryError";
}

/** Python's `AttributeError`. */
export class AttributeError extends Error {
  override readonly name: string = "AttributeError";
}

/** Python's `TimeoutError`. Its message is empty when the time of a `result` or `exception` was up. */
export class TimeoutError extends Error {
  override readonly name: string = "TimeoutError";
}

/** Python's `SystemExit`: ends its thread, and nobody is told of an error. */
export class SystemExit extends Error {
  override readonly name: string = "SystemExit";
}

/** Python's `threading.BrokenBarrierError`. */
export class BrokenBarrierError extends RuntimeError {
  override readonly name: string = "BrokenBarrierError";
}

/** Python's `queue.Empty`. */
export class Empty extends Error {
  override readonly name: string = "Empty";
}

/** Python's `queue.Full`. */
export class Full extends Error {
  override readonly name: string = "Full";
}

/** Python's `concurrent.futures.CancelledError`: another class than asyncio's, and an ordinary error. */
export class CancelledError extends Error {
  override readonly name: string = "CancelledError";
}

/** Python's `concurrent.futures.InvalidStateError`. */
export class InvalidStateError extends Error {
  override readonly name: string = "InvalidStateError";
}

/** Python's `concurrent.futures.thread.BrokenThreadPool`. */
export class BrokenThreadPool extends RuntimeError {
  override readonly name: string = "BrokenThreadPool";
}

/**
 * A lock can't be acquired any more, since the thread that has it is gone. Python has no such error: there the thread
 * that waits hangs for ever.
 */
export class AbandonedLockError extends RuntimeError {
  override readonly name: string = "AbandonedLockError";
}

/** An error as Python prints the last line of a traceback: `ValueError: sleep length must be non-negative`. */
export function errorText(error: unknown): string {
  try {
    if (!(error instanceof Error)) return String(error);
    return error.message === "" ? error.name : `${error.name}: ${error.message}`;
  } catch {
    return "an error that can't be printed";
  }
}
