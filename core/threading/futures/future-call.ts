/**
 * The call that a pool's future stands for, in the future's cell, as `_WorkItem` has it in CPython: the name of an exported
 * function, which the run's memory holds once, and its arguments, which lie in the heap until a worker takes them.
 */
import { encodeArguments } from "../arguments.ts";
import { nameOfBody } from "../bodies.ts";
import { callBody } from "../call-body.ts";
import type { ThreadContext } from "../context.ts";
import type { SharedMemory } from "../memory.ts";
import { clearValue, getValue, putValue } from "../value-slot.ts";
import { FutureCell } from "./future-cell.ts";

/** What stands for no arguments: most calls have none, and that takes no place in the heap. */
const noArguments = encodeArguments([]);

/** The text cells of the names that this thread has written, by name. */
const written = new WeakMap<SharedMemory, Map<string, number>>();

/** Notes the call; nobody but the caller may know the future yet. @throws TypeError for what can't cross to another thread. */
export function putCall(context: ThreadContext, cell: number, target: unknown, args: readonly unknown[]): void {
  const { memory, program } = context;
  memory.store(cell + FutureCell.name, nameCell(memory, nameOfBody(program, target)));
  if (args.length > 0) putValue(context, cell + FutureCell.args, encodeArguments(args));
}

/** Takes the call out, and gives what calls it. */
export function takeCall(context: ThreadContext, cell: number): () => unknown {
  const { memory } = context;
  const name = memory.readText(memory.load(cell + FutureCell.name));
  const args = getValue<string | undefined>(context, cell + FutureCell.args) ?? noArguments;
  clearValue(context, cell + FutureCell.args);
  return () => callBody(name, args);
}

function nameCell(memory: SharedMemory, name: string): number {
  const names = written.get(memory) ?? new Map<string, number>();
  written.set(memory, names);
  const cell = names.get(name) ?? memory.writeText(name);
  names.set(name, cell);
  return cell;
}
