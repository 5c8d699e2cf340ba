import { describe, expect, it } from "vitest";
import { CurrentLineFold } from "../../../../../core/trace/folds/current-lines.ts";
import { OpenLaneFold } from "../../../../../core/trace/folds/open-lanes.ts";
import { MadeUpRecording } from "../made-up-recording.ts";

describe("the line a lane runs", () => {
  it("is its latest in time, whatever came last", () => {
    const made = new MadeUpRecording();
    made.say(0, 20, 1, "line", { file: "spinner.ts", line: 9 });
    made.say(1, 10, 1, "line", { file: "spinner.ts", line: 8 });
    made.say(0, 20, 2, "line", { file: "spinner.ts", line: 3 });
    const { table } = made;
    const lines = new CurrentLineFold();
    for (let row = 0; row < table.length; row++) lines.row(table, row);
    expect(table.n(lines.of(1) ?? -1)).toBe(9);
    expect(table.n(lines.of(2) ?? -1)).toBe(3);
    expect(lines.of(3)).toBeUndefined();
  });
});

describe("open lanes", () => {
  it("are those created and not ended, whatever the order of arrival", () => {
    const made = new MadeUpRecording();
    for (const id of [1, 2, 3]) made.lane(id, "thread", `Thread-${id}`);
    made.say(1, 9, 2, "lane.ended", { how: "returned" });
    for (const id of [1, 2, 3]) made.say(0, 0, id, "lane.created");
    made.say(3, 9, 3, "lane.ended", { how: "raised" });
    const { table } = made;
    const open = new OpenLaneFold();
    for (let row = 0; row < table.length; row++) open.row(table, row);
    expect([...open.lanes]).toEqual([1]);
  });
});
