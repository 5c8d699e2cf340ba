/**
 * Making a thread's block with all that Python decides then: its name, whether it is a daemon.
 */
import { encodeArguments } from "./arguments.ts";
import { currentContext } from "./context.ts";
import { Block } from "./layout.ts";
import { createThreadBlock, nextThreadName } from "./thread-block.ts";

export interface ThreadSpec {
  /** The body's name; "" for none. */
  readonly target: string;
  readonly args: readonly unknown[];
  /** Left out or empty: a number, and the name of the target, unless the class has bodies of its own. */
  readonly name?: string;
  /** Left out: as the current thread is. */
  readonly daemon?: boolean;
  readonly className?: string;
}

/** Makes it and returns the block's address. @throws TypeError for an argument that can't cross to another thread. */
export function newThread({ target, args, name, daemon, className }: ThreadSpec): number {
  const { memory, observer, thread } = currentContext();
  const encoded = encodeArguments(args);
  const called = name || nextThreadName(memory, className === undefined ? target : "");
  const lane = observer?.created(called, memory.load(thread + Block.lane)) ?? 0;
  return createThreadBlock(memory, {
    target,
    args: encoded,
    name: called,
    daemon: daemon ?? memory.load(thread + Block.daemon) === 1,
    lane,
    ...(className === undefined ? {} : { className }),
  });
}
