import { describe, expect, test } from "vitest";
import { HostedEventLoop } from "../../../../core/asyncio/hosted-loop.ts";
import { coroutine, sleep } from "../../../../core/asyncio/index.ts";
import { PageHost, type PageTimers } from "../../../../renderer/hosts/page-host.ts";

/** A browser by hand: what is posted and what is timed runs when the test says so. */
class HandTimers implements PageTimers {
  ms = 1_000;
  readonly posted: (() => void)[] = [];
  readonly timers = new Map<() => void, number>();

  now(): number {
    return this.ms;
  }
  post(action: () => void): void {
    this.posted.push(action);
  }
  after(ms: number, action: () => void): () => void {
    this.timers.set(action, ms);
    return () => void this.timers.delete(action);
  }

  /** Runs the timers that are set, `early` ms before their time. */
  fire(early = 0): void {
    for (const [action, ms] of [...this.timers]) {
      this.timers.delete(action);
      this.ms += ms - early;
      action();
    }
  }
  runPosted(): void {
    for (const action of this.posted.splice(0)) action();
  }
}

function hosted() {
  const timers = new HandTimers();
  const host = new PageHost(timers);
  return { timers, host, loop: new HostedEventLoop(host) };
}

const answer = coroutine(function* answer(delay: number) {
  yield* sleep(delay);
  return 42;
});

describe("the page as a host", () => {
  test("counts seconds", () => {
    expect(hosted().host.time()).toBe(1);
  });

  test("posts one message however often a wake-up is asked for", () => {
    const { host, timers } = hosted();
    host.wakeSoon();
    host.wakeSoon();
    expect(timers.posted).toHaveLength(1);
    timers.runPosted();
    host.wakeSoon();
    expect(timers.posted).toHaveLength(1);
  });

  test("never calls the loop from a timer: a message comes between, so that timers do not nest", () => {
    const { host, timers } = hosted();
    let pumped = 0;
    host.attach(() => {
      pumped += 1;
    });
    host.wakeAt(1.1);
    timers.fire();
    expect(pumped).toBe(0);
    timers.runPosted();
    expect(pumped).toBe(1);
  });

  test("has one timer set, for the time asked for last, in whole ms rounded up", () => {
    const { host, timers } = hosted();
    host.wakeAt(5);
    host.wakeAt(1.0201);
    expect([...timers.timers.values()]).toEqual([21]);
    host.wakeAt(1.1);
    expect([...timers.timers.values()]).toEqual([100]);
    host.wakeAt(0.5);
    expect([...timers.timers.values()]).toEqual([0]);
    host.cancelWake();
    expect(timers.timers.size).toBe(0);
  });

  test("looks at its clock again when a timer comes early", async () => {
    const { loop, timers } = hosted();
    const promise = loop.runUntilComplete(answer(0.1));
    timers.runPosted();
    timers.fire(1);
    timers.runPosted();
    expect(loop.isRunning()).toBe(true);
    expect([...timers.timers.values()]).toEqual([1]);
    timers.fire();
    timers.runPosted();
    expect(await promise).toBe(42);
    expect(timers.ms).toBe(1_100);
  });

  test("a delay longer than a browser's timers can have is waited for in pieces", () => {
    const { host, timers } = hosted();
    host.wakeAt(10 ** 9);
    expect([...timers.timers.values()]).toEqual([2 ** 31 - 1]);
  });
});
