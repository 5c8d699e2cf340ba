/**
 * A row of values in shared memory that grows at its end and shrinks at both: what a queue keeps its items in. A ring of
 * slots in the heap. Whoever calls guards it. Invariant: slots outside of the row are empty.
 */
import type { ThreadContext } from "./context.ts";
import { giveBack, reserve } from "./heap.ts";
import { clearValue, getValue, moveValue, putValue, ValueSlot } from "./value-slot.ts";

export const DequeCell = { storage: 0, capacity: 1, start: 2, length: 3, words: 4 } as const;

const smallest = 8;

/** How many values there are. */
export function dequeLength({ memory }: ThreadContext, deque: number): number {
  return memory.load(deque + DequeCell.length);
}

/** The slot of the value at `index`, which must be in the row. */
export function dequeSlot({ memory }: ThreadContext, deque: number, index: number): number {
  const at = (memory.load(deque + DequeCell.start) + index) % memory.load(deque + DequeCell.capacity);
  return memory.load(deque + DequeCell.storage) + at * ValueSlot.words;
}

/** Adds a value at the end. @throws TypeError when it can't cross to another thread. MemoryError */
export function pushValue(context: ThreadContext, deque: number, value: unknown): void {
  const { memory } = context;
  const length = dequeLength(context, deque);
  if (length === memory.load(deque + DequeCell.capacity)) grow(context, deque, length);
  putValue(context, dequeSlot(context, deque, length), value);
  memory.store(deque + DequeCell.length, length + 1);
}

/** Takes the first value out; there must be one. */
export function shiftValue<Value>(context: ThreadContext, deque: number): Value {
  const { memory } = context;
  const slot = dequeSlot(context, deque, 0);
  const value = getValue<Value>(context, slot);
  clearValue(context, slot);
  const start = memory.load(deque + DequeCell.start) + 1;
  memory.store(deque + DequeCell.start, start % memory.load(deque + DequeCell.capacity));
  memory.store(deque + DequeCell.length, dequeLength(context, deque) - 1);
  return value;
}

/** Takes the last value out; there must be one. */
export function popValue<Value>(context: ThreadContext, deque: number): Value {
  const last = dequeLength(context, deque) - 1;
  const slot = dequeSlot(context, deque, last);
  const value = getValue<Value>(context, slot);
  clearValue(context, slot);
  context.memory.store(deque + DequeCell.length, last);
  return value;
}

function grow(context: ThreadContext, deque: number, length: number): void {
  const { memory } = context;
  const capacity = Math.max(smallest, length * 2);
  const storage = reserve(context, capacity * ValueSlot.words);
  for (let word = 0; word < capacity * ValueSlot.words; word++) memory.store(storage + word, 0);
  for (let i = 0; i < length; i++) moveValue(context, dequeSlot(context, deque, i), storage + i * ValueSlot.words);
  const old = memory.load(deque + DequeCell.storage);
  if (old !== 0) giveBack(context, old, memory.load(deque + DequeCell.capacity) * ValueSlot.words);
  memory.store(deque + DequeCell.storage, storage);
  memory.store(deque + DequeCell.capacity, capacity);
  memory.store(deque + DequeCell.start, 0);
}
