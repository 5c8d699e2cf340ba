import { describe, expect, it } from "vitest";
import { ExpectedNumbers } from "../../../../core/runs/expected-numbers.ts";
import type { Batch } from "../../../../core/trace/batch.ts";
import { createColumns } from "../../../../core/trace/columns.ts";
import { gapBatch } from "../../../../core/trace/gap.ts";
import { producerId } from "../../../../core/trace/ids.ts";
import { Code } from "../../../../core/trace/kinds.ts";

const producer = producerId(17);

function batch(from: number, count: number, t: number, lane = 5): Batch {
  const columns = createColumns(count);
  columns.kind.fill(Code.line);
  columns.lane.fill(lane);
  for (let row = 0; row < count; row++) columns.t[row] = t + row;
  return { producer, from, count, columns, texts: [] };
}

/** A gap's place: its numbers, time and lane. */
function place(gap: Batch | undefined) {
  const { from, columns } = gap ?? batch(-1, 1, -1);
  return { from, to: columns.n[0], t: columns.t[0], lane: columns.lane[0] };
}

describe("a producer's numbers", () => {
  it("are let through once: what is sent again is dropped", () => {
    const numbers = new ExpectedNumbers();
    const first = batch(0, 3, 100);
    expect(numbers.admit(first)).toEqual([first]);
    expect(numbers.admit(first)).toEqual([]);
    expect(numbers.next(producer)).toBe(3);
    expect(numbers.dropped).toBe(0);
  });

  it("that are missing become one gap, at the time of the last that came", () => {
    const numbers = new ExpectedNumbers();
    numbers.admit(batch(0, 3, 100));
    const next = batch(7, 1, 900, 6);
    const [gap, kept] = numbers.admit(next);
    expect(place(gap)).toEqual({ from: 3, to: 6, t: 102, lane: 5 });
    expect(kept).toBe(next);
    expect(numbers.dropped).toBe(4);
  });

  it("that are missing before the first that came become a gap where that begins", () => {
    const numbers = new ExpectedNumbers();
    const [gap] = numbers.admit(batch(4, 2, 900, 6));
    expect(place(gap)).toEqual({ from: 0, to: 3, t: 900, lane: 6 });
  });

  it("are each producer's own", () => {
    const numbers = new ExpectedNumbers();
    numbers.admit(batch(0, 3, 100));
    const other = { ...batch(0, 2, 500), producer: producerId(18) };
    expect(numbers.admit(other)).toEqual([other]);
    expect([numbers.next(producer), numbers.next(producerId(18)), numbers.next(producerId(19))]).toEqual([3, 2, 0]);
    expect(place(numbers.close(producer, 3))).toEqual({ from: 3, to: 3, t: 102, lane: 5 });
    expect(numbers.dropped).toBe(1);
  });

  it("are missing for a reason: lost on the way, or the producer's end", () => {
    const numbers = new ExpectedNumbers();
    expect(numbers.admit(batch(2, 1, 100))[0]?.texts).toEqual(["lost on the way to main"]);
    expect(numbers.close(producer, 3)?.texts).toEqual(["the producer ended before they arrived"]);
    expect(numbers.dropped).toBe(3);
  });

  it("that come late, after their gap, are dropped: a number is kept or lost, never both", () => {
    const numbers = new ExpectedNumbers();
    numbers.admit(batch(4, 2, 900));
    expect(numbers.admit(batch(0, 4, 100))).toEqual([]);
    expect(numbers.admit(batch(5, 1, 905))).toEqual([]);
    expect([numbers.next(producer), numbers.dropped]).toEqual([6, 4]);
  });

  it("that a gap of the producer's own leaves out before it are one more gap, each counted once", () => {
    const numbers = new ExpectedNumbers();
    numbers.admit(batch(0, 1, 100));
    const own = gapBatch(producer, 5, 9, 500, 7, "ring full");
    const [gap, kept] = numbers.admit(own);
    expect(place(gap)).toEqual({ from: 1, to: 4, t: 100, lane: 5 });
    expect(kept).toBe(own);
    expect([numbers.next(producer), numbers.dropped]).toEqual([10, 9]);
    expect(place(numbers.close(producer, 10))).toEqual({ from: 10, to: 10, t: 500, lane: 7 });
  });

  it("of one that said it wrote none are not missed", () => {
    const numbers = new ExpectedNumbers();
    expect(numbers.close(producer, -1)).toBeUndefined();
    expect(place(numbers.close(producer, 0))).toEqual({ from: 0, to: 0, t: 0, lane: 0 });
  });

  it("that the producer itself gave up are counted, and followed by the next", () => {
    const numbers = new ExpectedNumbers();
    const own = gapBatch(producer, 0, 9, 50, 5, "ring full");
    expect(numbers.admit(own)).toEqual([own]);
    expect(numbers.next(producer)).toBe(10);
    expect(numbers.dropped).toBe(10);
  });

  it("up to the last that it says it wrote are missed at its end", () => {
    const numbers = new ExpectedNumbers();
    numbers.admit(batch(0, 3, 100));
    expect(numbers.close(producer, 2)).toBeUndefined();
    expect(place(numbers.close(producer, 5))).toEqual({ from: 3, to: 5, t: 102, lane: 5 });
    expect(numbers.close(producer, 5)).toBeUndefined();
  });
});
