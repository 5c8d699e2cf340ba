import { describe, expect, it } from "vitest";
import { RowBatches } from "../../../../core/journal/row-batches.ts";
import { rowOfEvent } from "../../../../core/trace/encode.ts";
import { MadeUpRecording } from "../trace/made-up-recording.ts";

describe("batches of a file's rows", () => {
  it("hold so many characters of texts, and not what a file's longest texts amount to", () => {
    const made = new MadeUpRecording();
    const lane = made.lane(1, "thread", "thread");
    for (let at = 0; at < 100; at++) made.say(1, at, lane, "output", { text: String(at).repeat(20_000) });
    const batches = new RowBatches();
    const all = made.events.flatMap((event) => batches.add(rowOfEvent(event, undefined)));
    all.push(...batches.flush());
    const units = all.map(({ texts }) => texts.reduce((sum, { length }) => sum + length, 0));
    expect(Math.max(...units)).toBeLessThan(2 ** 18 + 65_536);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(all.length).toBeLessThan(30);
  });

  it("hold many short ones together", () => {
    const made = new MadeUpRecording();
    const lane = made.lane(1, "thread", "thread");
    for (let at = 0; at < 8_000; at++) made.say(1, at, lane, "output", { text: "x".repeat(30) });
    const batches = new RowBatches();
    expect(made.events.flatMap((event) => batches.add(rowOfEvent(event, undefined)))).toEqual([]);
    expect(batches.flush().map(({ count }) => count)).toEqual([8_000]);
  });
});
