/**
 * Python's `heapq` (Lib/heapq.py, 3.11) over a shared row: the first value is the least.
 */
import { lessThan } from "../programs/less-than.ts";
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

/** Moves the value at `from` towards the root, until its parent is not greater. */
function siftDown(context: ThreadContext, heap: number, start: number, from: number): void {
  const value = at(context, heap, from);
  let position = from;
  while (position > start) {
    const parentAt = (position - 1) >> 1;
    const parent = at(context, heap, parentAt);
    if (!lessThan(value, parent)) break;
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
    if (right < end && !lessThan(at(context, heap, child), at(context, heap, right))) child = right;
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
