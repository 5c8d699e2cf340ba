import { describe, expect, it } from "vitest";
import { checkRecording } from "../../../../core/trace/check/check-recording.ts";
import { fileLaneId } from "../../../../core/trace/ids.ts";
import { LaneAncestors, parentCircles } from "../../../../core/trace/lane-ancestors.ts";
import { MadeUpRecording } from "./made-up-recording.ts";

function madeOf(parents: Readonly<Record<number, number | undefined>>): MadeUpRecording {
  const made = new MadeUpRecording();
  for (const [id, parent] of Object.entries(parents)) made.lane(Number(id), "process", `L${id}`, parent);
  return made;
}

describe("the lanes above a lane", () => {
  it("are looked through up to the nearest wanted one, itself included", () => {
    const { lanes } = madeOf({ 1: undefined, 2: 1, 3: 2, 4: 3, 5: 9 });
    const ancestors = new LaneAncestors(lanes, ({ id }) => id === 2);
    const nearest = (id: number) => ancestors.nearest(fileLaneId(id));
    expect([4, 3, 2, 1, 5, 9, 4].map(nearest)).toEqual([2, 2, 2, undefined, undefined, undefined, 2]);
  });

  it("are none where they lead into a circle without a wanted one", () => {
    const { lanes } = madeOf({ 1: 2, 2: 1, 3: 2 });
    const none = new LaneAncestors(lanes, () => false);
    expect(none.nearest(fileLaneId(3))).toBeUndefined();
    const one = new LaneAncestors(lanes, ({ id }) => id === 1);
    expect([3, 2, 1].map((id) => one.nearest(fileLaneId(id)))).toEqual([1, 1, 1]);
  });

  it("are each looked at once, however long their chain is", () => {
    const length = 2_000;
    const { lanes } = madeOf(
      Object.fromEntries(Array.from({ length }, (_, id) => [id, id === 0 ? undefined : id - 1])),
    );
    let looks = 0;
    const ancestors = new LaneAncestors(lanes, () => {
      looks += 1;
      return false;
    });
    for (const { id } of lanes) ancestors.nearest(id);
    for (const { id } of lanes.toReversed()) ancestors.nearest(id);
    expect(looks).toBe(length);
  });
});

describe("a lane that is its own ancestor", () => {
  it("is found with its whole circle, and without those that lead into it", () => {
    const circles = parentCircles(madeOf({ 1: 2, 2: 3, 3: 1, 4: 1, 5: 5, 6: undefined, 7: 6 }).lanes);
    expect(circles).toEqual([[1, 2, 3], [5]]);
  });

  it("breaks an invariant, told in a few words", () => {
    const told = (made: MadeUpRecording) =>
      checkRecording(made.recording).breaches.filter(({ invariant }) => invariant === "parents");
    expect(told(madeOf({ 1: 2, 2: 1 })).map(({ sentence }) => sentence)).toEqual([
      'line 1: a lane is its own ancestor: lane 1 "L1", whose parent is lane 2 "L2"',
    ]);
    const length = 50_000;
    const [long] = told(madeOf(Object.fromEntries(Array.from({ length }, (_, id) => [id, (id + 1) % length]))));
    expect(long?.sentence).toMatch(/lane 4 "L4" and so on, 50000 lanes$/);
    expect(told(madeOf({ 1: undefined, 2: 1, 3: 1 }))).toEqual([]);
  });
});
