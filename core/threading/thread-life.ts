/**
 * A thread's life in its worker, from waking to its end (Python's `Thread._bootstrap_inner` and, for MainThread,
 * `threading._shutdown`: a program has ended when its non-daemon threads have, though MainThread ended before them).
 * Invariant: whatever the body does, the thread ends stopped, and its end was told before anyone's join returns.
 */
import { abandonLocks } from "./abandoned-locks.ts";
import { decodeArguments } from "./arguments.ts";
import { bodyOfName } from "./bodies.ts";
import { enterContext, type ThreadContext } from "./context.ts";
import { callExceptHook } from "./except-hook.ts";
import { errorText, SystemExit } from "./exceptions.ts";
import { shutdownPools } from "./futures/pool-worker.ts";
import { freeGil, takeGil, tellFreed } from "./gil.ts";
import { Block, Header, ThreadState } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";
import { OwnerGone } from "./ownership.ts";
import { isMainBlock, isRunning, markStopped } from "./thread-block.ts";

export type ThreadEnd =
  | { readonly how: "returned"; readonly value: unknown }
  | { readonly how: "raised"; readonly error: string };

/** Runs the context's thread in this realm, to its end. Never throws. */
export function runThread(context: ThreadContext): ThreadEnd {
  const { memory, thread, observer } = context;
  const lane = memory.load(thread + Block.lane);
  const before = enterContext(context);
  takeGil(context);
  observer?.began(lane);
  memory.announce(thread + Block.state, ThreadState.started);
  const end = runBody(context);
  abandonLocks(memory, thread, OwnerGone.ended);
  if (isMainBlock(memory, thread)) shutdownPools(context);
  tellFreed(context);
  const mark = end.how === "returned" ? observer?.returned(lane, end.value) : observer?.raised(lane, end.error);
  enterContext(before);
  markStopped(memory, thread, mark ?? 0);
  freeGil(context);
  if (isMainBlock(memory, thread)) awaitOthers(memory);
  return end;
}

function runBody(context: ThreadContext): ThreadEnd {
  const { memory, thread, program } = context;
  try {
    const target = memory.readText(memory.load(thread + Block.target));
    const args = decodeArguments(memory.readText(memory.load(thread + Block.args)), context);
    const value = bodyOf(context, target)?.(...args);
    if (value instanceof Promise) {
      throw new TypeError(
        `"${target || program.id}" is async: a thread blocks, it awaits nothing. Use a plain function`,
      );
    }
    return { how: "returned", value };
  } catch (error) {
    if (error instanceof SystemExit) return { how: "returned", value: undefined };
    if (!isMainBlock(memory, thread)) callExceptHook(error);
    return { how: "raised", error: errorText(error) };
  }
}

/** MainThread runs the program's `main`; another thread its target, or nothing. */
function bodyOf({ memory, thread, program }: ThreadContext, target: string) {
  if (target !== "") return bodyOfName(program, target);
  return isMainBlock(memory, thread) ? program.main : undefined;
}

/**
 * MainThread's worker stays until the last thread that the program waits for has ended: as nobody, without the GIL and
 * without a word, since its thread is over, and others may join it.
 */
function awaitOthers(memory: SharedMemory): void {
  for (;;) {
    const alive = [...memory.list(Header.firstThread)].find((address) => {
      return isRunning(memory, address) && memory.load(address + Block.daemon) === 0;
    });
    if (alive === undefined) return;
    const state = alive + Block.state;
    const seen = memory.load(state);
    if (seen !== ThreadState.stopped) memory.wait(state, seen);
  }
}
