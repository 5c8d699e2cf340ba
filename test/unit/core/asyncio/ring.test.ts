import { describe, expect, test } from "vitest";
import { Ring } from "../../../../core/asyncio/ring.ts";

describe("a ring", () => {
  test("gives back what it got, in order, over its end and while it grows", () => {
    const ring = new Ring<number>();
    const taken: (number | undefined)[] = [];
    let next = 0;
    for (let round = 0; round < 50; round++) {
      for (let n = 0; n < 7; n++) ring.push(next++);
      for (let n = 0; n < 5; n++) taken.push(ring.shift());
    }
    expect(ring.length).toBe(100);
    while (ring.length > 0) taken.push(ring.shift());
    expect(taken).toEqual(Array.from({ length: 350 }, (_, index) => index));
    expect(ring.shift()).toBeUndefined();
  });

  test("is empty after it was cleared", () => {
    const ring = new Ring<number>();
    ring.push(1);
    ring.clear();
    expect([ring.length, ring.shift()]).toEqual([0, undefined]);
    ring.push(2);
    expect(ring.shift()).toBe(2);
  });
});
