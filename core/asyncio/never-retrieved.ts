/**
 * Finds errors that nobody asked a future for, and reports them when the future is collected. Mirrors
 * `Future.__del__` of `Lib/asyncio/futures.py`.
 */
import type { ExceptionContext } from "./handles.ts";

interface Unretrieved {
  readonly loop: { callExceptionHandler(context: ExceptionContext): void };
}

interface Report extends Unretrieved {
  readonly name: string;
  readonly exception: unknown;
}

const collected = new FinalizationRegistry<Report>(({ loop, name, exception }) => {
  loop.callExceptionHandler({ message: `${name} exception was never retrieved`, exception });
});

/** A future has failed, and nobody has looked at its exception yet. */
export function watchUnretrieved(future: Unretrieved, name: string, exception: unknown): void {
  collected.register(future, { loop: future.loop, name, exception }, future);
}

/** Somebody has looked. */
export function forgetUnretrieved(future: Unretrieved): void {
  collected.unregister(future);
}
