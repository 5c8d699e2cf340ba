/**
 * Calling an exported function by the name and the arguments that crossed to this thread.
 */
import { decodeArguments } from "./arguments.ts";
import { bodyOfName } from "./bodies.ts";
import { currentContext } from "./context.ts";

/** Calls it and returns what it returns. `first`: arguments before those in the text. @throws what it throws. */
export function callBody(name: string, args: string, ...first: readonly unknown[]): unknown {
  const context = currentContext();
  return bodyOfName(context.program, name)(...first, ...decodeArguments(args, context));
}
