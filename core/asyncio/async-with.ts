/**
 * Python's `async with`, which JavaScript's generators have no statement for.
 */
import type { Awaitable } from "./coroutine.ts";

/** What `asyncWith` enters and leaves. Mirrors `__aenter__` and `__aexit__`. */
export interface AsyncContextManager<Value> {
  enter(): Awaitable<Value>;
  /** Told of the error that ended the body, or null. May raise one of its own in its place. */
  exit(raised: Raised | null): Awaitable<void>;
}

/** An error that ended a body; a box, since a program can throw anything, also nothing. */
export interface Raised {
  readonly error: unknown;
}

/**
 * Enters `manager`, runs `body` with what that gave, and leaves it however the body ends.
 *
 * @example const answer = yield* asyncWith(timeout(1), function* () { return yield* slowFunction(); });
 */
export function* asyncWith<Value, Result>(
  manager: AsyncContextManager<Value>,
  body: (value: Value) => Awaitable<Result>,
): Generator<unknown, Result, unknown> {
  const value = yield* manager.enter();
  let result: Result;
  try {
    result = yield* body(value);
  } catch (error) {
    yield* manager.exit({ error });
    throw error;
  }
  yield* manager.exit(null);
  return result;
}
