/**
 * Stands in for threads on the virtual clock, which they can't know: a call takes as many seconds as its first argument
 * says, and returns 42, as the lessons' slow function does.
 */
import type { ConcurrentFuture, EventLoop } from "../../../core/asyncio/index.ts";

export function useVirtualThreads(loop: EventLoop): void {
  loop.setDefaultExecutor({
    submit: (_target, [seconds]) => {
      const done = loop.createFuture<unknown>();
      loop.callLater(Number(seconds), () => done.setResult(42));
      return futureOf(done);
    },
  });
}

function futureOf<Result>(done: ReturnType<EventLoop["createFuture"]>): ConcurrentFuture<Result>;
function futureOf(done: ReturnType<EventLoop["createFuture"]>): ConcurrentFuture<unknown> {
  return {
    cancel: () => false,
    cancelled: () => false,
    exception: () => null,
    result: () => done.result(),
    addDoneCallback: (callback) => done.addDoneCallback(() => void callback()),
  };
}
