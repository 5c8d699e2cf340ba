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
