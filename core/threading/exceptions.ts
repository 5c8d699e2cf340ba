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

/** Python's `MemoryError`: the run's shared memory is used up. */
export class MemoryError extends Error {
  override readonly name: string = "MemoryError";
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
