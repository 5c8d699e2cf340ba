/**
 * Python's `heapq` (Lib/heapq.py, 3.11) over a shared row: the first value is the least. Values are compared as Python
 * compares them: numbers and texts by size, lists item by item.
 */
import type { ThreadContext } from "./context.ts";
import { dequeLength, dequeSlot, popValue, pushValue, shiftValue } from "./shared-deque.ts";
import { clearValue, getValue, putValue } from "./value-slot.ts";

/** Adds a value. @throws TypeError for values that have no order. */
export function heapPush(context: ThreadContext, heap: number, value: unknown): void {
  pushValue(context, heap, value);
  siftDown(context, heap, 0, dequeLength(context, heap) - 1);
}

/** Takes the least value out; there must be one. */
export function heapPop<Value>(context: ThreadContext, heap: number): Value {
  if (dequeLength(context, heap) === 1) return shiftValue<Value>(context, heap);
  const last = popValue<Value>(context, heap);
  const least = at<Value>(context, heap, 0);
  set(context, heap, 0, last);
  siftUp(context, heap);
  return least;
}

/** Whether `a` comes before `b`. @throws TypeError for values that have no order. */
export function isLess(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") return a < b;
  if (isNumeric(a) && isNumeric(b)) return Number(a) < Number(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    const differs = a.findIndex((item: unknown, i) => i >= b.length || !isEqual(item, b[i]));
    return differs < 0 ? a.length < b.length : differs < b.length && isLess(a[differs], b[differs]);
  }
  throw new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item: unknown, i) => isEqual(item, b[i]));
  }
  return isNumeric(a) && isNumeric(b) ? Number(a) === Number(b) : a === b;
}

function isNumeric(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

/** A value's type as Python names it. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && Object.getPrototypeOf(value) !== Object.prototype
    ? value.constructor.name
    : "dict";
}

/** Moves the value at `from` towards the root, until its parent is not greater. */
function siftDown(context: ThreadContext, heap: number, start: number, from: number): void {
  const value = at(context, heap, from);
  let position = from;
  while (position > start) {
    const parentAt = (position - 1) >> 1;
    const parent = at(context, heap, parentAt);
    if (!isLess(value, parent)) break;
    set(context, heap, position, parent);
    position = parentAt;
  }
  set(context, heap, position, value);
}

/** Moves the value at the root to a leaf, the lesser child up each time, and from there to its place. */
function siftUp(context: ThreadContext, heap: number): void {
  const end = dequeLength(context, heap);
  const value = at(context, heap, 0);
  let position = 0;
  for (let child = 1; child < end; child = 2 * position + 1) {
    const right = child + 1;
    if (right < end && !isLess(at(context, heap, child), at(context, heap, right))) child = right;
    set(context, heap, position, at(context, heap, child));
    position = child;
  }
  set(context, heap, position, value);
  siftDown(context, heap, 0, position);
}

function at<Value>(context: ThreadContext, heap: number, index: number): Value {
  return getValue<Value>(context, dequeSlot(context, heap, index));
}

function set(context: ThreadContext, heap: number, index: number, value: unknown): void {
  const slot = dequeSlot(context, heap, index);
  clearValue(context, slot);
  putValue(context, slot, value);
}
