/**
 * The call that a pool's future stands for, in the future's cell, as `_WorkItem` has it in CPython: the name of an exported
 * function, which the run's memory holds once, and its arguments, which lie in the heap until a worker takes them.
 */
import { decodeArguments, encodeArguments } from "../arguments.ts";
import { bodyOfName, nameOfBody } from "../bodies.ts";
import type { ThreadContext } from "../context.ts";
import { giveBack, reserve } from "../heap.ts";
import type { SharedMemory } from "../memory.ts";
import { FutureCell } from "./future-cell.ts";

/** The text cells of the names that this thread has written, by name. */
const written = new WeakMap<SharedMemory, Map<string, number>>();

/** Notes the call; nobody but the caller may know the future yet. @throws TypeError for what can't cross to another thread. */
export function putCall(context: ThreadContext, cell: number, target: unknown, args: readonly unknown[]): void {
  const { memory, program } = context;
  memory.store(cell + FutureCell.name, nameCell(memory, nameOfBody(program, target)));
  memory.store(cell + FutureCell.args, args.length === 0 ? 0 : keep(context, encodeArguments(args)));
}

/** Takes the call out, and gives what calls it. */
export function takeCall(context: ThreadContext, cell: number): () => unknown {
  const { memory, program } = context;
  const name = memory.readText(memory.load(cell + FutureCell.name));
  const args = memory.exchange(cell + FutureCell.args, 0);
  const text = memory.readText(args);
  if (args !== 0) giveBack(context, args, memory.wordsOfText(text.length));
  return () => bodyOfName(program, name)(...(text === "" ? [] : decodeArguments(text, context)));
}

function keep(context: ThreadContext, text: string): number {
  const block = reserve(context, context.memory.wordsOfText(text.length));
  context.memory.putText(block, text);
  return block;
}

function nameCell(memory: SharedMemory, name: string): number {
  const names = written.get(memory) ?? new Map<string, number>();
  written.set(memory, names);
  const cell = names.get(name) ?? memory.writeText(name);
  names.set(name, cell);
  return cell;
}
