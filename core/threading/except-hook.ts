/**
 * Python's `threading.excepthook` (Lib/threading.py, 3.11): called in a thread that an error has left, before it ends.
 * MainThread's errors are not its concern.
 */
import { bodyOfName, nameOfBody } from "./bodies.ts";
import { currentContext } from "./context.ts";
import { Header } from "./layout.ts";
import type { Thread } from "./thread.ts";
import { currentThread } from "./threads.ts";

export interface ExceptHookArgs {
  readonly excValue: unknown;
  readonly thread: Thread;
}

/**
 * Has `hook` called for the errors of all threads of the run: a function that the program's module exports; null for
 * none. @throws TypeError when it can't cross to another thread.
 */
export function setExceptHook(hook: ((args: ExceptHookArgs) => unknown) | null): void {
  const { memory, program } = currentContext();
  memory.store(Header.exceptHook, hook === null ? 0 : memory.writeText(nameOfBody(program, hook)));
}

/** Calls it, if there is one. An error in it is lost, as in Python, where it would be printed. */
export function callExceptHook(error: unknown): void {
  const { memory, program } = currentContext();
  const name = memory.readText(memory.load(Header.exceptHook));
  if (name === "") return;
  try {
    const args: ExceptHookArgs = { excValue: error, thread: currentThread() };
    bodyOfName(program, name)(args);
  } catch {
    // The thread ends by its first error.
  }
}
