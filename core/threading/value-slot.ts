/**
 * One value in shared memory, in two words: what it is, and the value itself or where it lies. Integers and constants need
 * no more; other numbers, texts and everything else lie in the heap, the latter as `encodeValue` writes them. Whoever calls
 * guards the slot.
 */
import { decodeValue, encodeValue } from "./arguments.ts";
import type { ThreadContext } from "./context.ts";
import { giveBack, reserve } from "./heap.ts";

export const ValueSlot = { tag: 0, payload: 1, words: 2 } as const;

/** Fresh memory holds undefined; those from `text` on have a block in the heap. */
const Tag = { undefined: 0, integer: 1, null: 2, true: 3, false: 4, text: 5, encoded: 6, float: 7 } as const;

const floatWords = 2;

/** Puts a value into an empty slot. @throws TypeError when it can't cross to another thread. MemoryError */
export function putValue(context: ThreadContext, slot: number, value: unknown): void {
  const { memory } = context;
  const [tag, payload] = stored(context, value);
  memory.store(slot + ValueSlot.payload, payload);
  memory.store(slot + ValueSlot.tag, tag);
}

/** Puts a value in the place of the slot's, which stays when the new one can't cross. @throws as `putValue` */
export function replaceValue(context: ThreadContext, slot: number, value: unknown): void {
  const { memory } = context;
  if (isFloat(value) && memory.load(slot + ValueSlot.tag) === Tag.float) {
    memory.storeFloat(memory.load(slot + ValueSlot.payload), value);
    return;
  }
  const [tag, payload] = stored(context, value);
  clearValue(context, slot);
  memory.store(slot + ValueSlot.payload, payload);
  memory.store(slot + ValueSlot.tag, tag);
}

/**
 * The slot's value, of the type with which it was put there: the caller says which, as for every generic container.
 * @throws TypeError for a shared object of a class that the program has not.
 */
export function getValue<Value>(context: ThreadContext, slot: number): Value;
export function getValue(context: ThreadContext, slot: number): unknown {
  const { memory } = context;
  const payload = memory.load(slot + ValueSlot.payload);
  switch (memory.load(slot + ValueSlot.tag)) {
    case Tag.integer:
      return payload;
    case Tag.null:
      return null;
    case Tag.true:
      return true;
    case Tag.false:
      return false;
    case Tag.text:
      return memory.readText(payload);
    case Tag.float:
      return memory.loadFloat(payload);
    case Tag.encoded:
      return decodeValue(memory.readText(payload), context);
    default:
      return undefined;
  }
}

/** Whether there is any value but undefined. */
export function hasValue({ memory }: ThreadContext, slot: number): boolean {
  return memory.load(slot + ValueSlot.tag) !== Tag.undefined;
}

/** Empties the slot, and gives back what its value lay in. */
export function clearValue(context: ThreadContext, slot: number): void {
  const { memory } = context;
  const tag = memory.exchange(slot + ValueSlot.tag, Tag.undefined);
  if (tag < Tag.text) return;
  const block = memory.load(slot + ValueSlot.payload);
  giveBack(context, block, tag === Tag.float ? floatWords : memory.wordsOfText(memory.load(block)));
}

/** Copies a value from slot to slot: what it lies in moves along, so the first counts as empty from now on. */
export function moveValue({ memory }: ThreadContext, from: number, to: number): void {
  memory.store(to + ValueSlot.payload, memory.load(from + ValueSlot.payload));
  memory.store(to + ValueSlot.tag, memory.exchange(from + ValueSlot.tag, Tag.undefined));
}

function stored(context: ThreadContext, value: unknown): readonly [tag: number, payload: number] {
  if (isFloat(value)) return [Tag.float, keepFloat(context, value)];
  if (typeof value === "number") return [Tag.integer, value];
  if (value === undefined) return [Tag.undefined, 0];
  if (value === null) return [Tag.null, 0];
  if (typeof value === "boolean") return [value ? Tag.true : Tag.false, 0];
  if (typeof value === "string") return [Tag.text, keep(context, value)];
  return [Tag.encoded, keep(context, encodeValue(value))];
}

/** A number that a word does not hold. */
function isFloat(value: unknown): value is number {
  return typeof value === "number" && ((value | 0) !== value || Object.is(value, -0));
}

function keep(context: ThreadContext, text: string): number {
  const { memory } = context;
  const block = reserve(context, memory.wordsOfText(text.length));
  memory.putText(block, text);
  return block;
}

function keepFloat(context: ThreadContext, value: number): number {
  const block = reserve(context, floatWords);
  context.memory.storeFloat(block, value);
  return block;
}
