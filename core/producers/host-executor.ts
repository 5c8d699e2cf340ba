/**
 * Functions that coroutines have called in another process's threads: each call is a message to the run's thread host,
 * and its future ends with the answer. Invariant: a future ends once; nothing of it crosses but names and plain data.
 */
import type { ConcurrentFuture } from "../asyncio/concurrent-future.ts";
import type { Executor } from "../asyncio/executor.ts";
import type { SettledCall, ThreadCall } from "../contract/thread-call.ts";
import { encodeArguments } from "../threading/arguments.ts";
import { noProgram } from "../threading/bodies.ts";
import { carriedError } from "../threading/carried-errors.ts";

export class HostExecutor implements Executor {
  readonly #ask: (call: Omit<ThreadCall, "run">) => void;
  readonly #open = new Map<number, CallFuture>();
  #calls = 0;

  /** `ask`: sends the call to the thread host. */
  constructor(ask: (call: Omit<ThreadCall, "run">) => void) {
    this.#ask = ask;
  }

  submit<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    args: Args,
  ): ConcurrentFuture<Result> {
    if (target.name === "") {
      throw new TypeError("a closure can't be called in a thread: make it a function that the lesson's module exports");
    }
    const call = ++this.#calls;
    const future = new CallFuture<Result>();
    this.#open.set(call, future);
    this.#ask({ call, target: target.name, args: encodeArguments(args) });
    return future;
  }

  /** What the host says of a call; of one that is not open, nothing. */
  settled({ call, how, value, error = "" }: SettledCall): void {
    const future = this.#open.get(call);
    this.#open.delete(call);
    if (how === "returned") future?.end(value, null);
    else future?.end(undefined, errorOf(error));
  }
}

/** Its call has begun when it is made: it can't be cancelled. */
class CallFuture<Result = unknown> implements ConcurrentFuture<Result> {
  #ended: { readonly value: unknown; readonly exception: Error | null } | undefined;
  readonly #callbacks: (() => unknown)[] = [];

  cancel(): boolean {
    return false;
  }

  cancelled(): boolean {
    return false;
  }

  exception(): Error | null {
    return this.#ended?.exception ?? null;
  }

  result(): Result {
    return resultOf<Result>(this.#ended);
  }

  addDoneCallback(callback: () => unknown): void {
    if (this.#ended === undefined) this.#callbacks.push(callback);
    else callback();
  }

  end(value: unknown, exception: Error | null): void {
    this.#ended = { value, exception };
    for (const callback of this.#callbacks) callback();
  }
}

/** What the call returned, of the type that its function has: it crossed as plain data. */
function resultOf<Value>(end: { readonly value: unknown } | undefined): Value;
function resultOf(end: { readonly value: unknown } | undefined): unknown {
  return end?.value;
}

/** `RangeError: boom`, as an error of that class again: one of the library's, or JavaScript's own. */
function errorOf(text: string): Error {
  const [, name = "Error", message = ""] = /^(\w+)(?:: (.*))?$/s.exec(text) ?? [undefined, "Error", text];
  return carriedError(noProgram, name, message);
}
