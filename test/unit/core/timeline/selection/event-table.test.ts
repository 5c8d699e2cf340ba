/** The table of events over many lanes: against a plain sort of all that happened. */
import { expect, test } from "vitest";
import { placeLanes } from "../../../../../core/timeline/lane-rows.ts";
import { eventTable, rowsAtMost } from "../../../../../core/timeline/selection/event-table.ts";
import { LaneStops } from "../../../../../core/timeline/selection/lane-stops.ts";
import { largeFolded } from "../../../../support/large/large-folded.ts";

const recording = largeFolded({ tasks: 40, events: 6_000, childEvery: 20 });
const rows = placeLanes(recording.lanes, 400);
const end = recording.now(0);

test.each([
  [0, 1],
  [0.3, 0.302],
  [0.5, 0.5004],
  [0.99, 1.2],
  [2, 3],
])("from %d to %d of the time it has the first in order of time, and says how many there are", (first, last) => {
  const view = { from: end * first, to: end * last };
  const all = rows.flatMap(({ lane }, place) =>
    [...new LaneStops(recording, lane.id).from(view.from)]
      .map((row) => ({ lane: lane.name, place, at: recording.table.t(row) }))
      .filter(({ at }) => at <= view.to),
  );
  all.sort((a, b) => a.at - b.at || a.place - b.place);
  const table = eventTable(recording, rows, view, end, "en");
  expect(table.total).toBe(all.length);
  expect(table.rows.map(({ at, lane }) => ({ at, lane }))).toEqual(
    all.slice(0, rowsAtMost).map(({ at, lane }) => ({ at, lane })),
  );
});
