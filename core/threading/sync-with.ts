/**
 * Python's `with`, which JavaScript has no statement for. Its counterpart for coroutines is `asyncWith`.
 */

/** What `syncWith` enters and leaves. Mirrors `__enter__` and `__exit__`. */
export interface ContextManager<Value> {
  enter(): Value;
  /** Told of the error that ended the body, or null. May raise one of its own in its place. */
  exit(raised: Raised | null): void;
}

/** An error that ended a body; a box, since a program can throw anything, also nothing. */
export interface Raised {
  readonly error: unknown;
}

/**
 * Enters `manager`, runs `body` with what that gave, and leaves it however the body ends.
 *
 * @example syncWith(lock, () => { balance.value += 1; });
 */
export function syncWith<Value, Result>(manager: ContextManager<Value>, body: (value: Value) => Result): Result {
  const value = manager.enter();
  let result: Result;
  try {
    result = body(value);
  } catch (error) {
    manager.exit({ error });
    throw error;
  }
  manager.exit(null);
  return result;
}
