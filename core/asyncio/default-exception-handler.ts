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
    lines.push(`${name}: ${repr(value)}`);
  }
  if (exception !== undefined) lines.push(String(exception));
  return lines.join("\n");
}
