/**
 * How much is looked at while something is done, as a number that does not hang on the machine: calls of a recording's
 * columns and indexes, and elements of arrays, maps and sets that are gone through.
 */
import { DisplayList } from "../../core/timeline/display-list.ts";
import { ArrowFold } from "../../core/trace/folds/arrows.ts";
import { EventRowFold } from "../../core/trace/folds/event-rows.ts";
import { LaneSpans } from "../../core/trace/folds/lane-spans.ts";
import { LineFold } from "../../core/trace/folds/lines.ts";
import { MomentFold } from "../../core/trace/folds/moments.ts";
import { SpanFold } from "../../core/trace/folds/spans.ts";
import { TimeIndex } from "../../core/trace/folds/time-index.ts";
import { TraceTable } from "../../core/trace/table.ts";

const columns = [
  TraceTable,
  LaneSpans,
  TimeIndex,
  SpanFold,
  MomentFold,
  ArrowFold,
  LineFold,
  EventRowFold,
  DisplayList,
];
/** Methods that go through all of an array. */
const passes = [
  "filter",
  "map",
  "flatMap",
  "find",
  "findIndex",
  "findLast",
  "some",
  "every",
  "forEach",
  "reduce",
  "includes",
  "indexOf",
  "sort",
  "toSorted",
  "join",
] as const;
const iterations = ["keys", "values", "entries", Symbol.iterator] as const;

/** What `act` looks at. */
export function workOf(act: () => void): number {
  let count = 0;
  let isOn = false;
  const restore: (() => void)[] = [];
  const add = (more: number): void => {
    if (isOn) count += more;
  };
  for (const { prototype } of columns) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (name !== "constructor") restore.push(...wrap(prototype, name, () => add(1)));
    }
  }
  for (const name of passes) restore.push(...wrap(Array.prototype, name, (list) => add(lengthOf(list))));
  restore.push(...wrap(Array.prototype, "slice", () => add(1)));
  for (const prototype of [Map.prototype, Set.prototype]) {
    restore.push(...wrap(prototype, "forEach", (list) => add(lengthOf(list))));
    for (const name of ["get", "has"]) restore.push(...wrap(prototype, name, () => add(1)));
  }
  for (const prototype of [Array.prototype, Map.prototype, Set.prototype]) {
    for (const name of iterations)
      restore.push(...wrap(prototype, name, undefined, (made) => counted(made, () => add(1))));
  }
  try {
    isOn = true;
    act();
    isOn = false;
  } finally {
    for (const undo of restore.toReversed()) undo();
  }
  return count;
}

/** Calls `before` each time that the method is called, and gives back what `after` makes of what it gave. */
function wrap(
  prototype: object,
  name: string | symbol,
  before: ((self: unknown) => void) | undefined,
  after: (made: unknown) => unknown = (made) => made,
): (() => void)[] {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  const method: unknown = descriptor?.value;
  if (descriptor === undefined || typeof method !== "function") return [];
  Object.defineProperty(prototype, name, {
    ...descriptor,
    value(this: unknown, ...args: unknown[]): unknown {
      before?.(this);
      return after(Reflect.apply(method, this, args));
    },
  });
  return [() => Object.defineProperty(prototype, name, descriptor)];
}

/** The same iterator, which tells of each step. */
function counted(made: unknown, step: () => void): unknown {
  if (typeof made !== "object" || made === null) return made;
  const next: unknown = Reflect.get(made, "next");
  if (typeof next !== "function") return made;
  Reflect.set(made, "next", () => {
    step();
    return Reflect.apply(next, made, []);
  });
  return made;
}

function lengthOf(list: unknown): number {
  if (Array.isArray(list)) return list.length;
  return list instanceof Map || list instanceof Set ? list.size : 0;
}
