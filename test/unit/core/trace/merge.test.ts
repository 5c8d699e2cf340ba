import { describe, expect, it } from "vitest";
import { rowOfEvent } from "../../../../core/trace/encode.ts";
import { knownEvent } from "../../../../core/trace/event.ts";
import { timeOrder } from "../../../../core/trace/merge.ts";
import { TraceTable } from "../../../../core/trace/table.ts";

/** A table of `line` rows given as [producer, number, time]. */
function tableOf(rows: readonly (readonly [number, number, number])[]): TraceTable {
  const table = new TraceTable();
  for (const [p, s, t] of rows) {
    table.add(rowOfEvent(knownEvent({ p, s, t, lane: 1, kind: "line", file: "spinner.ts", line: 1 })));
  }
  return table;
}

function order(rows: readonly (readonly [number, number, number])[]): string[] {
  const table = tableOf(rows);
  return [...timeOrder(table)].map((row) => `${table.producer(row)}:${table.seq(row)}`);
}

describe("order of time", () => {
  it("is empty for an empty table", () => {
    expect(order([])).toEqual([]);
  });

  it("interleaves producers whose rows came one producer after the other", () => {
    const rows = [
      [2, 0, 5],
      [2, 1, 7],
      [2, 2, 30],
      [0, 0, 6],
      [0, 1, 40],
      [1, 0, 1],
    ] as const;
    expect(order(rows)).toEqual(["1:0", "2:0", "0:0", "2:1", "2:2", "0:1"]);
  });

  it("breaks ties by producer, then by number", () => {
    const rows = [
      [1, 0, 5],
      [1, 1, 5],
      [0, 0, 5],
      [0, 1, 5],
    ] as const;
    expect(order(rows)).toEqual(["0:0", "0:1", "1:0", "1:1"]);
  });

  it("is the order of time also when a producer's time runs backwards", () => {
    const rows = [
      [0, 0, 10],
      [0, 1, 4],
      [1, 0, 7],
    ] as const;
    expect(order(rows)).toEqual(["0:1", "1:0", "0:0"]);
  });

  it("merges many producers as a full sort would", () => {
    const rows: [number, number, number][] = [];
    for (let p = 0; p < 37; p++) for (let s = 0; s < 50; s++) rows.push([p, s, ((p * 7_919) % 101) + s * 13]);
    const expected = [...rows].sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]).map(([p, s]) => `${p}:${s}`);
    expect(order(rows)).toEqual(expected);
  });
});
