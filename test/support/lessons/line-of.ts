/** Where a statement stands in a lesson's listing, so that no test has to count lines. */
import type { Mode } from "../../../core/contract/run.ts";
import { listingOf } from "../../../lessons/listings.ts";

/** The line, from 1, of the only statement that begins so. @throws Error when there is none, or more than one. */
export function lineOf(lesson: string, mode: Mode, statement: string): number {
  const lines = listingOf(lesson, mode)?.source.split("\n") ?? [];
  const found = lines.flatMap((line, index) => (line.trimStart().startsWith(statement) ? [index + 1] : []));
  const [line] = found;
  if (line === undefined || found.length > 1) throw new Error(`"${statement}" is ${found.length} times in ${lesson}`);
  return line;
}
