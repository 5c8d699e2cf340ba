/**
 * What takes several awaitables takes no single one. Futures and coroutines can be iterated here, since that is how `yield*`
 * drives them: going through one as through a list would run its body.
 */
import { typeName } from "../programs/type-name.ts";
import { isCoroutine } from "./coroutine.ts";
import { Future } from "./futures.ts";

/**
 * @param expected what CPython says that it expects: `a list of futures`.
 * @throws TypeError for one future or coroutine, and for what can't be iterated.
 */
export function refuseSingle(given: unknown, expected: string): void {
  if (given instanceof Future || isCoroutine(given)) {
    throw new TypeError(`expect ${expected}, not ${typeName(given)}`);
  }
  if (given === null || given === undefined || !(Symbol.iterator in Object(given))) {
    throw new TypeError(`'${typeName(given)}' object is not iterable`);
  }
}
