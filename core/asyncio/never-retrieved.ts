/**
 * Finds errors that nobody asked a future for, and reports them when the future is collected. Mirrors
 * `Future.__del__` of `Lib/asyncio/futures.py`.
 */
import { type FutureView, futureRepr } from "./future-repr.ts";
import type { ExceptionContext } from "./handles.ts";

interface Unretrieved {
  readonly loop: { callExceptionHandler(context: ExceptionContext): void };
}

/** What is left of a future that is gone: it still prints itself. */
class CollectedFuture {
  readonly className: string;
  readonly view: FutureView;

  constructor(className: string, view: FutureView) {
    this.className = className;
    this.view = view;
  }

  toString(): string {
    return futureRepr(this.className, this.view);
  }
}

interface Report extends Unretrieved {
  readonly future: CollectedFuture;
}

const collected = new FinalizationRegistry<Report>(({ loop, future }) => {
  const message = `${future.className} exception was never retrieved`;
  loop.callExceptionHandler({ message, exception: future.view.value, future });
});

/** A future has failed, its callbacks are told, and nobody has looked at its exception yet. */
export function watchUnretrieved(future: Unretrieved, className: string, view: FutureView): void {
  collected.register(future, { loop: future.loop, future: new CollectedFuture(className, view) }, future);
}

/** Somebody has looked. */
export function forgetUnretrieved(future: Unretrieved): void {
  collected.unregister(future);
}
