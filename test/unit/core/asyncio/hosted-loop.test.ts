import { describe, expect, test } from "vitest";
import type { Host } from "../../../../core/asyncio/host.ts";
import { HostedEventLoop } from "../../../../core/asyncio/hosted-loop.ts";
import { coroutine, createTask, sleep } from "../../../../core/asyncio/index.ts";

/** A host whose world goes on by hand: ms are units, and `cost` of them pass with each callback. */
class HandHost implements Host {
  readonly budget = 8;
  now = 0;
  soon = 0;
  timer: number | null = null;
  pump: () => void = () => {};

  time(): number {
    return this.now;
  }
  block(delay: number): void {
    this.now += delay;
  }
  attach(pump: () => void): void {
    this.pump = pump;
  }
  wakeSoon(): void {
    this.soon += 1;
  }
  wakeAt(when: number): void {
    this.timer = when;
  }
  cancelWake(): void {
    this.timer = null;
  }

  /** Answers every wake-up, soon ones first, until none is asked for. Returns how many there were. */
  settle(): number {
    let wakes = 0;
    for (; this.soon > 0 || this.timer !== null; wakes++) {
      if (this.soon > 0) this.soon -= 1;
      else if (this.timer !== null) {
        this.now = Math.max(this.now, this.timer);
        this.timer = null;
      }
      this.pump();
    }
    return wakes;
  }
}

const answer = coroutine(function* answer(delay: number) {
  yield* sleep(delay);
  return 42;
});

describe("a loop on a host", () => {
  test("gives a promise, settled in the turn in which the loop stops", async () => {
    const host = new HandHost();
    const loop = new HostedEventLoop(host);
    const promise = loop.runUntilComplete(answer(3_000));
    expect(promise).toBeInstanceOf(Promise);
    expect(loop.isRunning()).toBe(true);
    host.settle();
    expect(loop.isRunning()).toBe(false);
    expect(await promise).toBe(42);
    expect(host.now).toBe(3_000);
  });

  test("its promise fails as the coroutine fails", async () => {
    const host = new HandHost();
    const failing = coroutine(function* failing() {
      yield* sleep(1);
      throw new RangeError("boom");
    });
    const promise = new HostedEventLoop(host).runUntilComplete(failing());
    host.settle();
    await expect(promise).rejects.toThrow("boom");
  });

  test("asks for no wake-up while nothing is to be done, and is woken by what is scheduled from outside", async () => {
    const host = new HandHost();
    const loop = new HostedEventLoop(host);
    const future = loop.createFuture<string>();
    const promise = loop.runUntilComplete(future);
    host.settle();
    expect([host.soon, host.timer]).toEqual([0, null]);
    future.setResult("from outside");
    expect(host.soon).toBe(1);
    host.settle();
    expect(await promise).toBe("from outside");
  });

  test("a wake-up that comes before its time asks for another and runs no turn", () => {
    const host = new HandHost();
    const loop = new HostedEventLoop(host);
    void loop.runUntilComplete(answer(100));
    host.soon = 0;
    host.pump();
    expect(host.timer).toBe(100);
    host.now = 99;
    host.timer = null;
    host.pump();
    expect(host.timer).toBe(100);
    expect(loop.isRunning()).toBe(true);
    host.settle();
    expect(loop.isRunning()).toBe(false);
  });

  test("gives the host its turn in the middle of a loop turn that takes long, and keeps the turn's set", async () => {
    const host = new HandHost();
    const loop = new HostedEventLoop(host);
    const seen: string[] = [];
    const late = () => void seen.push("of the next turn");
    for (let n = 0; n < 40; n++) {
      loop.callSoon(() => {
        host.now += 3;
        seen.push(`callback ${n}`);
        if (n === 0) loop.callSoon(late);
      });
    }
    loop.callSoon(() => loop.stop());
    const done = loop.runForever();
    const pieces: number[] = [];
    while (host.soon > 0) {
      const before = host.now;
      host.soon -= 1;
      host.pump();
      pieces.push(host.now - before);
    }
    await done;
    expect(seen).toHaveLength(40);
    expect(seen.at(-1)).toBe("callback 39");
    expect(pieces.length).toBeGreaterThan(8);
    expect(Math.max(...pieces.slice(1))).toBeLessThanOrEqual(11);
  });

  test("runs many turns in one piece while they take less than the budget", async () => {
    const host = new HandHost();
    const loop = new HostedEventLoop(host);
    const turning = coroutine(function* turning() {
      for (let n = 0; n < 10_000; n++) yield* sleep(0);
    });
    const promise = loop.runUntilComplete(turning());
    expect(host.settle()).toBe(1);
    await promise;
  });

  test("can be run again after it stopped, and nothing of the pause is lost", async () => {
    const host = new HandHost();
    const loop = new HostedEventLoop(host);
    const ticks: number[] = [];
    const first = coroutine(function* first() {
      createTask(
        coroutine(function* tick() {
          while (ticks.length < 4) {
            ticks.push(host.now);
            yield* sleep(10);
          }
        })(),
      );
      yield* sleep(15);
    });
    const done = loop.runUntilComplete(first());
    host.settle();
    await done;
    expect(ticks).toEqual([0, 10]);
    const again = loop.runUntilComplete(answer(30));
    host.settle();
    await again;
    expect(ticks).toEqual([0, 10, 20, 30]);
  });
});
