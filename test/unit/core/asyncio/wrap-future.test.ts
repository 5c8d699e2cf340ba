import { expect, test } from "vitest";
import { type ConcurrentFuture, getRunningLoop, sleep, wrapFuture } from "../../../../core/asyncio/index.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

/** A pool's future, settled by hand. */
class PoolFuture implements ConcurrentFuture<number> {
  #callbacks: (() => unknown)[] = [];
  #cancelled = false;
  #exception: unknown = null;

  cancel(): boolean {
    this.#cancelled = true;
    return true;
  }

  cancelled(): boolean {
    return this.#cancelled;
  }

  exception(): unknown {
    return this.#exception;
  }

  result(): number {
    return 42;
  }

  addDoneCallback(callback: () => unknown): void {
    this.#callbacks.push(callback);
  }

  end(exception: unknown = null): void {
    this.#exception = exception;
    for (const callback of this.#callbacks) callback();
  }
}

test("a pool's future can be awaited once it is wrapped", () => {
  const result = onVirtualClock(function* (loop) {
    const pool = new PoolFuture();
    loop.callLater(3, () => pool.end());
    return [yield* wrapFuture(pool), loop.time()];
  });
  expect(result).toEqual([42, 3]);
});

test("its error comes out where it is awaited", () => {
  const failing = () =>
    onVirtualClock(function* () {
      const pool = new PoolFuture();
      getRunningLoop().callSoon(() => pool.end(new RangeError("boom")));
      return yield* wrapFuture(pool);
    });
  expect(String(thrownBy(failing))).toBe("RangeError: boom");
});

test("a cancel goes both ways", () => {
  const seen = onVirtualClock(function* () {
    const asked = new PoolFuture();
    const waiting = wrapFuture(asked);
    yield* sleep(1);
    waiting.cancel();
    yield* sleep(1);
    const gone = new PoolFuture();
    const wrapped = wrapFuture(gone);
    gone.cancel();
    gone.end();
    yield* sleep(1);
    return [waiting.cancelled(), asked.cancelled(), wrapped.cancelled()];
  });
  expect(seen).toEqual([true, true, true]);
});

test("a future of asyncio's own is handed back as it is, and a closed loop is left alone", () => {
  const pool = new PoolFuture();
  const [own, wrapped] = onVirtualClock(function* (loop) {
    yield* sleep(0);
    const future = loop.createFuture<number>();
    return [wrapFuture(future) === future, wrapFuture(pool)];
  });
  pool.end();
  expect(own).toBe(true);
  expect(String(wrapped)).toMatch(/^<Future pending/);
});
