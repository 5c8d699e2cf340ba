import { describe, expect, test } from "vitest";
import { type HandleOwner, TimerHandle } from "../../../../core/asyncio/handles.ts";
import { TimerHeap } from "../../../../core/asyncio/timer-heap.ts";

function heapOf(...times: number[]): { heap: TimerHeap; timers: TimerHandle[] } {
  const heap = new TimerHeap();
  const owner: HandleOwner = {
    observer: null,
    callExceptionHandler: () => {},
    timerCancelled: () => heap.noteCancelled(),
  };
  const timers = times.map((when, index) => new TimerHandle(when, () => index, [], owner));
  for (const timer of timers) heap.push(timer);
  return { heap, timers };
}

function drain(heap: TimerHeap, now: number): TimerHandle[] {
  const taken: TimerHandle[] = [];
  for (let timer = heap.takeDue(now); timer !== undefined; timer = heap.takeDue(now)) taken.push(timer);
  return taken;
}

describe("the timers", () => {
  test("come out by time, and those that are not due stay", () => {
    const { heap } = heapOf(5, 1, 4, 2, 3);
    expect(drain(heap, 3).map((timer) => timer.when())).toEqual([1, 2, 3]);
    expect([heap.length, heap.earliest()]).toEqual([2, 4]);
  });

  test("of one time come out in the order in which they were set", () => {
    const { heap, timers } = heapOf(1, 1, 0, 1, 1, 0);
    const order = drain(heap, 1).map((timer) => timers.indexOf(timer));
    expect(order).toEqual([2, 5, 0, 1, 3, 4]);
  });

  test("that were cancelled are forgotten at the top, and none of the others is", () => {
    const { heap, timers } = heapOf(1, 2, 3);
    timers[0]?.cancel();
    timers[1]?.cancel();
    heap.dropCancelled();
    expect([heap.length, heap.earliest()]).toEqual([1, 3]);
    expect(timers.map((timer) => timer.scheduled)).toEqual([false, false, true]);
  });

  test("are rebuilt when more than half of more than a hundred were cancelled, in the same order", () => {
    const { heap, timers } = heapOf(...Array.from({ length: 200 }, () => 7));
    timers.forEach((timer, index) => {
      if (index % 3 !== 0) timer.cancel();
    });
    heap.dropCancelled();
    expect(heap.length).toBe(67);
    const order = drain(heap, 7).map((timer) => timers.indexOf(timer));
    expect(order).toEqual(Array.from({ length: 67 }, (_, index) => index * 3));
  });

  test("taken with cancelled ones among them are counted rightly after", () => {
    const { heap, timers } = heapOf(1, 1, 9);
    timers[1]?.cancel();
    expect(drain(heap, 1)).toHaveLength(2);
    timers[2]?.cancel();
    heap.dropCancelled();
    expect(heap.length).toBe(0);
  });
});
