/**
 * What the loop says of an error that nobody else can handle. Mirrors `default_exception_handler` of
 * `Lib/asyncio/base_events.py`: the message, then what it happened in, in the order of the alphabet, then the error.
 * Python's traceback is left out: JavaScript's own stack names the bundle's lines, not the program's.
 */
import { repr } from "../programs/repr.ts";
import type { ExceptionContext } from "./handles.ts";

/** The text, several lines of it: `Exception in callback …`, `handle: <Handle …>`, `ValueError: …`. */
export function formatExceptionContext(context: ExceptionContext): string {
  const { message, exception, ...about } = context;
  const lines = [message];
  for (const [name, value] of Object.entries(about).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`${name}: ${textOf(value, repr)}`);
  }
  if (exception !== undefined) lines.push(textOf(exception, String));
  return lines.join("\n");
}

/** What a program throws, or puts into a context, may refuse to be printed: that must not stop the loop. */
function textOf(value: unknown, print: (value: unknown) => string): string {
  try {
    return print(value);
  } catch {
    return "<unprintable object>";
  }
}
