/**
 * The first place where two lists of events differ. Objects are equal whatever the order of their keys.
 */
import { isObject, type Json } from "./json.ts";

/** Where and how two lists differ, in words; null when they are equal. */
export function firstDifference(expected: readonly unknown[], actual: readonly Json[]): string | null {
  const length = Math.max(expected.length, actual.length);
  for (let at = 0; at < length; at++) {
    // Nearly all are equal to the letter, which costs much less to see.
    if (at < expected.length && JSON.stringify(expected[at]) === JSON.stringify(actual[at])) continue;
    const wanted = line(expected, at);
    const got = line(actual, at);
    if (wanted === got) continue;
    const before = expected.slice(Math.max(0, at - 3), at).map((event) => `      same: ${canonical(event)}`);
    return [
      `first difference at event ${at} (expected ${expected.length} events, got ${actual.length})`,
      ...before,
      `  expected: ${wanted}`,
      `    actual: ${got}`,
    ].join("\n");
  }
  return null;
}

function line(events: readonly unknown[], at: number): string {
  return at < events.length ? canonical(events[at]) : "<end of list>";
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
