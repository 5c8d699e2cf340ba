import { describe, expect, test } from "vitest";
import { createRing, vitalSlots } from "../../../../core/threading/ring.ts";
import { longestText } from "../../../../core/threading/ring-layout.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { SmallRing } from "../../../support/threads/small-ring.ts";

describe("a thread's ring", () => {
  test("hands over every field and text as it was written", () => {
    const ring = new SmallRing();
    const texts = ["", "a", "8 units!", "9 units!!", "x".repeat(40), "x".repeat(41), "\ud800é", "a", "8 units!"];
    for (const text of texts) ring.write(text);
    ring.read();
    expect(ring.outcome()).toEqual(texts);
  });

  test("tells a text that comes again by its index: it takes one slot", () => {
    const ring = new SmallRing();
    const file = "lessons/one-job-two-ways/threads.ts";
    for (let line = 0; line < 256 - vitalSlots - 1; line++) ring.write(file);
    ring.read();
    expect(ring.reader.dropped).toBe(0);
    expect(new Set(ring.outcome())).toEqual(new Set([file]));
    expect(ring.batches[0]?.texts).toEqual([file]);
  });

  test("runs a long text on through the slots behind it, also around the end", () => {
    const ring = new SmallRing();
    const texts = Array.from({ length: 40 }, (_, i) => `${i}${"-".repeat(600 + i)}`);
    for (const text of texts) {
      ring.write(text);
      ring.read();
    }
    expect(ring.outcome()).toEqual(texts);
  });

  test("drops what does not fit, counts it, and says so in one gap before the next event", () => {
    const ring = new SmallRing();
    for (let i = 0; i < 300; i++) ring.write("");
    ring.read();
    ring.write("after");
    ring.read();
    const kept = 256 - vitalSlots;
    expect(ring.reader.dropped).toBe(300 - kept);
    expect(ring.batches.map((batch) => [batch.from, batch.count])).toEqual([
      [0, kept],
      [kept, 1],
      [300, 1],
    ]);
    expect(ring.batches[1]).toMatchObject({
      columns: { n: new Float64Array([299]), t: new Float64Array([kept + 0.25]) },
    });
    expect(ring.outcome().at(-1)).toBe("after");
  });

  test("tells what was dropped last when it is closed", () => {
    const ring = new SmallRing();
    for (let i = 0; i < 300; i++) ring.write("");
    ring.close();
    expect(ring.outcome()).toHaveLength(300);
    expect(ring.reader.nextSeq).toBe(300);
  });

  test("keeps room for a lane's life when it is full of other things", () => {
    const ring = new SmallRing();
    for (let i = 0; i < 300; i++) ring.write("");
    ring.write("the end", Code.laneEnded);
    ring.close();
    expect(ring.outcome()[300]).toBe("the end");
    expect(ring.outcome()).toHaveLength(301);
  });

  test("cuts a text that no batch may carry", () => {
    const ring = new SmallRing(4_096);
    ring.write("x".repeat(longestText + 1));
    ring.close();
    expect(ring.outcome()).toEqual(["x".repeat(longestText)]);
  });

  test.each([2 ** 31 - 100, 2 ** 32 - 100])("goes on when its counters pass %i", (counted) => {
    const ring = new SmallRing(256, counted);
    for (let i = 0; i < 10; i++) {
      for (let k = 0; k < 60; k++) ring.write("more than eight units");
      ring.read();
    }
    expect(ring.reader.dropped).toBe(0);
    expect(ring.outcome()).toHaveLength(600);
  });

  test("has a power of two of slots", () => {
    expect(() => createRing(300)).toThrow("2^n slots");
    expect(() => createRing(128)).toThrow("256 or more");
  });
});
