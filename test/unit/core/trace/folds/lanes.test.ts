import { describe, expect, it } from "vitest";
import { OpenLaneFold } from "../../../../../core/trace/folds/open-lanes.ts";
import { MadeUpRecording } from "../made-up-recording.ts";

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
