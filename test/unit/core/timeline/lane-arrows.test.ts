/** Arrows of recordings with more lanes than fit, and with more arrows than can be told apart. */
import { expect, test } from "vitest";
import { type LaneId, noLane, noProducer } from "../../../../core/trace/ids.ts";
import type { TaskWriter } from "../../../../core/trace/task-writer.ts";
import { drawn, writtenRecording } from "../../../support/timeline-look/drawn.ts";

const ms = 1_000;
const height = 240;

/** Task-1 cancels the others one after the other, 1 ms each; all live for 100 ms. */
const cancels = (tasks: number) =>
  writtenRecording((writer: TaskWriter) => {
    const process = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
    const lanes: LaneId[] = [];
    for (let n = 1; n <= tasks; n++) {
      lanes.push(writer.laneCreated(n, "task", "coroutines", `Task-${n}`, process, noLane));
    }
    const [first = noLane, ...others] = lanes;
    for (const [place, lane] of others.entries()) {
      const asked = writer.cancelRequested((place + 1) * ms, first, lane, noProducer, 0);
      writer.cancelDelivered((place + 1.5) * ms, lane, writer.producer, asked, noProducer, 0);
    }
    for (const lane of lanes) writer.laneEnded(100 * ms, lane, "returned");
  });

const view = { from: 0, to: 100 * ms };

test("where all lanes are in sight each arrow leads from lane to lane", () => {
  const { items, of } = drawn(cancels(5), { height: 600, view });
  const arrows = items.filter(({ shape, lane }) => shape === "arrow" && lane !== -1);
  expect(arrows).toHaveLength(4);
  expect(of("Task-1").filter(({ shape }) => shape === "arrow")).toHaveLength(4);
  const heights = arrows.map(({ y, h }) => Math.round(h - y));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  for (const { x, w } of arrows) expect(w).toBeGreaterThan(x);
});

test("an arrow to a lane that is scrolled out of sight is a short piece that points there; as long as its ends are in sight it is whole", () => {
  const { items, scene } = drawn(cancels(30), { height, view });
  const arrows = items.filter(({ shape, lane }) => shape === "arrow" && lane !== -1);
  const whole = arrows.filter(({ x, w }) => x !== w);
  const stubs = arrows.filter(({ x, w }) => x === w);
  const visible = scene.rows.filter(({ top }) => top < scene.frame.bottom - scene.frame.axis).length;
  // The process and Task-1 itself are no ends of a cancel.
  expect(whole).toHaveLength(visible - 2);
  expect(stubs).toHaveLength(30 - 1 - whole.length);
  for (const { y, h, lane } of stubs) {
    expect(h - y, "downwards").toBe(12);
    expect(lane).toBe(scene.rows[1]?.lane.id);
  }
});

test("from a lane above what is in sight it comes as a short piece into the lane; between two lanes out of sight there is none", () => {
  const { items, scene } = drawn(cancels(30), { height, view, scroll: 300 });
  const arrows = items.filter(({ shape, lane }) => shape === "arrow" && lane !== -1);
  expect(arrows.length).toBeGreaterThan(3);
  for (const { x, w, y, h } of arrows) {
    expect(x).toBe(w);
    expect(h - y, "down to the lane").toBe(12);
  }
  const inSight = scene.rows.filter(
    ({ top, height: own }) => top + own > 300 && top < 300 + scene.frame.bottom - scene.frame.axis,
  );
  expect(arrows).toHaveLength(inSight.length);
});

test("a stub stands for its arrow: it is the row that the arrow leads to", () => {
  const { items, scene } = drawn(cancels(30), { height, view });
  const stub = items.find(({ shape, x, w, lane }) => shape === "arrow" && lane !== -1 && x === w);
  expect(scene.table.t(stub?.row ?? -1) % ms).toBe(500);
});

test("however many arrows there are, a few hundred are drawn whole, and of the others one in each column", () => {
  const recording = writtenRecording((writer: TaskWriter) => {
    const lanes = ["a", "b", "c", "d", "e", "f"].map((name) =>
      writer.laneCreated(0, "thread", "threads", name, noLane, noLane),
    );
    for (let t = 0; t < 3_000; t++) {
      const from = lanes[t % 6] ?? noLane;
      const to = lanes[(t + 1 + (t % 5)) % 6] ?? noLane;
      const id = writer.messageSent(t, from, to, "data", 1);
      writer.messageReceived(t + 0.5, to, writer.producer, id, from, "data", 1);
    }
  });
  const whole = drawn(recording, { height: 480, view: { from: 0, to: 3_000 } });
  const arrows = whole.items.filter(({ shape, lane }) => shape === "arrow" && lane !== -1);
  const columns = (whole.scene.scale.right - whole.scene.scale.left) / 3;
  expect(arrows.length).toBeGreaterThan(400);
  expect(arrows.length).toBeLessThanOrEqual(400 + columns + 1);
});
