/**
 * Whatever a recording holds, broken causes and orders included, everything in it can be pointed at, selected, stepped
 * through and told; nothing is told twice, and nothing fails.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DisplayList } from "../../../core/timeline/display-list.ts";
import { layout } from "../../../core/timeline/layout.ts";
import { Overview } from "../../../core/timeline/overview.ts";
import { Recording } from "../../../core/timeline/recording.ts";
import { detailsOf } from "../../../core/timeline/selection/details.ts";
import { eventTable } from "../../../core/timeline/selection/event-table.ts";
import { LaneStops } from "../../../core/timeline/selection/lane-stops.ts";
import { refOf } from "../../../core/timeline/selection/span-of.ts";
import { stageOf } from "../../../core/timeline/stage/stage.ts";
import { createColumns } from "../../../core/trace/columns.ts";
import { laneId, noLane, producerId } from "../../../core/trace/ids.ts";
import { Code, kinds, laneKinds } from "../../../core/trace/kinds.ts";
import { packLane } from "../../../core/trace/lane.ts";
import { runs } from "../../support/soak.ts";
import { sceneFrom } from "../../support/timeline-look/scene-of.ts";

const lanes = [1, 2, 3, 4, 5].map(laneId);
const code = fc.nat(12);
const row = fc.record({
  kind: fc.oneof(fc.integer({ min: Code.laneStarted, max: kinds.length - 1 }), fc.constant(Code.unknown)),
  code,
  gap: fc.constantFrom(0, 0, 1, 40, 3_000, 500_000),
  lane: fc.constantFrom(...lanes),
  other: fc.constantFrom(noLane, ...lanes, 99),
  cause: fc.option(fc.nat(60), { nil: -1 }),
  id: fc.option(fc.nat(60), { nil: -1 }),
  n: fc.constantFrom(Number.NaN, 0, 3, 250),
  text: fc.constantFrom("", "x", '{"value":1}', "{broken"),
});
type MadeRow = typeof row extends fc.Arbitrary<infer Made> ? Made : never;

/** Rows of two producers in turn, over five lanes. */
function record(rows: readonly MadeRow[], ended: boolean): Recording {
  const recording = new Recording(1, ["threads", "coroutines"], ended ? "made up" : undefined);
  recording.declare(
    lanes.map((id, place) => ({
      id,
      kind: laneKinds[place] ?? "task",
      name: `lane ${id}`,
      runtime: place % 2 === 0 ? "threads" : "coroutines",
    })),
  );
  let t = 0;
  const next = [0, 0];
  for (const [place, made] of rows.entries()) {
    t += made.gap;
    const producer = place % 2;
    const columns = createColumns(1);
    columns.kind[0] = made.kind;
    columns.code[0] = made.kind === Code.laneCreated ? packLane("thread", "threads") : made.code;
    columns.t[0] = t;
    columns.lane[0] = made.lane;
    columns.other[0] = made.other;
    columns.causeProducer[0] = made.cause < 0 ? -1 : made.cause % 2;
    columns.causeSeq[0] = Math.max(0, made.cause);
    columns.idProducer[0] = made.id < 0 ? -1 : made.id % 2;
    columns.idSeq[0] = Math.max(0, made.id);
    columns.n[0] = made.n;
    columns.text[0] = made.text === "" ? -1 : 0;
    const from = next[producer] ?? 0;
    recording.take({ producer: producerId(producer), from, count: 1, columns, texts: [made.text] }, t);
    next[producer] = from + 1;
  }
  if (ended) recording.finish(t, 0);
  return recording;
}

const made = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 120 }), ended: fc.boolean() });

test("each event has details, alone and as an arrow's end", () => {
  fc.assert(
    fc.property(made, ({ rows, ended }) => {
      const recording = record(rows, ended);
      const now = recording.now(0);
      for (let at = 0; at < recording.table.length; at++) {
        detailsOf(recording, { kind: "arrow", row: at }, now, "en");
        const said = detailsOf(recording, refOf(recording, at), now, "en");
        const lane = recording.table.lane(at);
        const locks = recording.table.kind(at) === Code.lockTaken || recording.table.kind(at) === Code.lockFreed;
        if (!locks) expect(said?.lane).toBe(`lane ${lane}`);
        expect(said?.lasts ?? 0).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: runs(150) },
  );
});

test("a lane's stops are the same forwards and back, and the table has each of them once", () => {
  fc.assert(
    fc.property(made, ({ rows, ended }) => {
      const recording = record(rows, ended);
      const scene = sceneFrom(recording, { width: 900, height: 400 });
      let total = 0;
      for (const { lane } of recording.lanes) {
        const stops = new LaneStops(recording, lane.id);
        const forth = [...stops.from(Number.NEGATIVE_INFINITY)];
        const back: number[] = [];
        for (let at = stops.last; at >= 0; at = stops.before(at)) back.push(at);
        expect(back.toReversed()).toEqual(forth);
        total += forth.length;
      }
      const { rows: told, total: counted } = eventTable(recording, scene.rows, { from: -1, to: 1e12 }, scene.now, "en");
      expect(counted).toBe(total);
      expect(told).toHaveLength(Math.min(200, total));
    }),
    { numRuns: runs(150) },
  );
});

/** A lane whose first line comes before its first state: found by the property below. */
const bare = { code: 0, lane: 4, other: -1, cause: -1, id: -1, n: Number.NaN, text: "" };
const lineBeforeState = {
  rows: [
    { ...bare, kind: 30, gap: 0 },
    { ...bare, kind: 1, gap: 40 },
  ],
  ended: false,
};

test("any view with any pointer and any selection is drawn, and any instant told", () => {
  const picture = fc.record({
    x: fc.nat(900),
    y: fc.nat(400),
    from: fc.nat(2_000_000),
    width: fc.nat(5_000_000),
    at: fc.nat(),
  });
  fc.assert(
    fc.property(made, picture, ({ rows, ended }, { x, y, from, width, at }) => {
      const recording = record(rows, ended);
      const shown = at % recording.table.length;
      const scene = sceneFrom(recording, {
        width: 900,
        height: 400,
        overview: 24,
        view: { from, to: from + width + 20 },
        pointer: { x, y },
        selected: at % 3 === 0 ? { kind: "arrow", row: shown } : refOf(recording, shown),
        lookHere: [{ number: 1, row: shown }],
      });
      const list = new DisplayList();
      layout(scene, list, new Overview());
      for (const { x: left, y: top, w, h } of list.items()) expect([left, top, w, h].some(Number.isNaN)).toBe(false);
      const none = { n: 0, p50: 0, p95: 0, max: 0 };
      const statistics = { frames: 0, frameLate: none, askedSeen: none, requestedDelivered: none };
      stageOf(recording, from, () => ({ ...statistics, deliveredEnded: none, join: none, message: none }));
    }),
    { numRuns: runs(150), examples: [[lineBeforeState, { x: 0, y: 0, from: 0, width: 0, at: 0 }]] },
  );
});
