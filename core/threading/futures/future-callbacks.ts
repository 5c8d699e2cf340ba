/**
 * A future's callbacks: exported functions by name, with the arguments that follow the future, since the thread that ends
 * a future is seldom the one that added them.
 */
import { decodeValue, encodeValue } from "../arguments.ts";
import { bodyOfName } from "../bodies.ts";
import { currentContext, type ThreadContext } from "../context.ts";
import type { SharedObject } from "../shared-object.ts";

const Node = { next: 0, call: 1, words: 2 } as const;

export interface Callback {
  /** Of an exported function. */
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Adds one to a list; whoever calls guards that. @throws TypeError for arguments that can't cross. */
export function addCallback({ memory }: ThreadContext, list: number, { name, args }: Callback): void {
  const node = memory.allocate(Node.words);
  memory.store(node + Node.call, memory.writeText(encodeValue([name, args])));
  memory.push(list, node);
}

/** Those of a list, in the order in which they were added. */
export function callbacksOf(context: ThreadContext, list: number): readonly Callback[] {
  const { memory } = context;
  return [...memory.list(list)].reverse().map((node) => {
    const call = decodeValue(memory.readText(memory.load(node + Node.call)), context);
    const [name, args]: readonly unknown[] = Array.isArray(call) ? call : [];
    return { name: String(name), args: Array.isArray(args) ? args : [] };
  });
}

/** Calls one. As in Python, an error in it is nobody's concern. */
export function runCallback({ name, args }: Callback, future: SharedObject): void {
  try {
    bodyOfName(currentContext().program, name)(future, ...args);
  } catch {
    // The future has ended, whatever becomes of those who are told.
  }
}
