/** What becomes selected, and what then is in sight. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SelectionRef } from "../../../../core/contract/timeline-selection.ts";
import { overviewRange } from "../../../../core/timeline/overview.ts";
import { TimeScale } from "../../../../core/timeline/time-scale.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { Picture } from "../../../../renderer/timeline/worker/picture.ts";
import { Selector } from "../../../../renderer/timeline/worker/selector.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { RecordingCanvas, recordingContext, tokenColours } from "../../../support/timeline-look/recording-canvas.ts";
import { recordingOf } from "../../../support/timeline-look/scene-of.ts";

beforeEach(() => {
  vi.stubGlobal("OffscreenCanvas", RecordingCanvas);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const recording = recordingOf(madeUpRun({ cancelAfter: 1.234 }));
const { table, spans } = recording;
const end = recording.now(0);

function rowOf(kind: number): number {
  for (let row = 0; row < table.length; row++) if (table.kind(row) === kind) return row;
  throw new Error(`no row of kind ${kind}`);
}

/** A picture of that height that was drawn once. */
function drawn(height = 480) {
  const canvas: OffscreenCanvas = Object.assign(Object.create(null), { width: 0, height: 0 });
  const picture = new Picture(
    canvas,
    recordingContext().context,
    { width: 1_000, height, pixelRatio: 1 },
    tokenColours,
    "en",
  );
  picture.show(recording);
  picture.draw(0);
  const selector = new Selector(picture, () => 0);
  const { camera, lanes, attention } = picture;
  const draw = () => picture.draw(0);
  const width = () => camera.view.to - camera.view.from;
  const laneNamed = (name: string) => lanes.rows.find(({ lane }) => lane.name === name)?.lane.id ?? -1;
  return { picture, selector, camera, lanes, attention, draw, width, laneNamed };
}

test("a moment, which has no length, is fitted with what is around it: an eighth of what was in sight, in its middle", () => {
  const { selector, camera, width, draw } = drawn();
  const row = rowOf(Code.signalSeen);
  selector.select({ kind: "event", row });
  const before = width();
  selector.fit();
  // The room on either side has a margin of its own.
  expect(width()).toBeCloseTo((before / 8) * 1.6, 3);
  expect((camera.view.from + camera.view.to) / 2).toBeCloseTo(table.t(row), 3);
  expect(camera.mode).toBe("free");
  draw();
  selector.fit();
  expect(width(), "each time it is nearer, and it stays the middle").toBeCloseTo((before / 8) * 1.6 * (1.6 / 8), 3);
  expect((camera.view.from + camera.view.to) / 2).toBeCloseTo(table.t(row), 3);
});

test("a span is fitted as large as it goes, with a margin, whatever was in sight", () => {
  const { selector, camera, laneNamed } = drawn();
  const own = spans.of(laneNamed("MainThread"));
  const index = own?.indexAt(600_000) ?? -1;
  const [from, to] = [own?.start(index) ?? 0, own?.endOf(index, end) ?? 0];
  selector.select({ kind: "span", row: own?.row(index) ?? -1 });
  selector.fit();
  const { view } = camera;
  expect(view.to - view.from).toBeCloseTo((to - from) * 1.6, 3);
  expect((view.from + view.to) / 2).toBeCloseTo((from + to) / 2, 3);
});

test("nothing is selected: nothing is fitted", () => {
  const { selector, camera } = drawn();
  const { view, mode } = camera;
  selector.fit();
  expect(camera.view).toEqual(view);
  expect(camera.mode).toBe(mode);
});

test("what is selected comes into sight, in time and among the lanes, and what is in sight moves nothing", () => {
  const { selector, camera, lanes, draw, laneNamed } = drawn(190);
  camera.showRange(0, 100_000);
  draw();
  const last = laneNamed("Task-2");
  const row = spans.of(last)?.endRow ?? -1;
  selector.select({ kind: "event", row });
  const t = table.t(row);
  expect(camera.view.from).toBeLessThan(t);
  expect(camera.view.to).toBeGreaterThan(t);
  expect(lanes.scroll).toBeGreaterThan(0);
  const { view } = camera;
  const { scroll } = lanes;
  draw();
  selector.select({ kind: "event", row });
  expect(camera.view).toEqual(view);
  expect(lanes.scroll).toBe(scroll);
});

test("a whole lane is brought into sight without moving in time", () => {
  const { selector, camera, lanes, laneNamed, draw } = drawn(190);
  camera.showRange(0, 100_000);
  draw();
  const { view } = camera;
  selector.select({ kind: "lane", lane: laneNamed("Task-2") });
  expect(camera.view).toEqual(view);
  expect(lanes.scroll).toBeGreaterThan(0);
});

test("a cause that is too near to its effect to be told from it is shown apart from it", () => {
  const { selector, picture, draw } = drawn();
  const seen = rowOf(Code.cancelDelivered);
  const set = rowOf(Code.cancelRequested);
  selector.select({ kind: "event", row: seen });
  const near = Math.abs(picture.scale.x(table.t(seen)) - picture.scale.x(table.t(set)));
  expect(near).toBeLessThan(12);
  selector.step("cause");
  draw();
  expect(picture.attention.selected).toMatchObject({ row: set });
  expect(Math.abs(picture.scale.x(table.t(seen)) - picture.scale.x(table.t(set)))).toBeGreaterThan(12);
  for (const row of [seen, set]) {
    expect(picture.scale.x(table.t(row))).toBeGreaterThan(picture.scale.left);
    expect(picture.scale.x(table.t(row))).toBeLessThan(picture.scale.right);
  }
});

test("two events without a connection are not shown apart", () => {
  const { selector, camera } = drawn();
  const { view } = camera;
  const ends = [spans.of(recording.lanes[2]?.lane.id ?? -1)?.endRow ?? -1, rowOf(Code.signalSet)];
  for (const row of ends) selector.select({ kind: "event", row });
  expect(camera.view).toEqual(view);
});

test("a click selects what lies there, and on empty ground nothing", () => {
  const { selector, attention, lanes, picture } = drawn();
  const row = lanes.rows.find(({ lane }) => lane.name === "MainThread");
  const top = picture.overview + 30;
  selector.choose(20, top + (row?.barMiddle ?? 0));
  expect(attention.selected).toEqual({ kind: "lane", lane: row?.lane.id });
  selector.choose(500, top + (row?.barMiddle ?? 0));
  expect(attention.selected?.kind).toBe("span");
  selector.choose(picture.scale.right - 2, top + (row?.barMiddle ?? 0));
  expect(attention.selected).toBeUndefined();
});

test("the overview is dragged by where it was grabbed; pressed elsewhere, the middle of what is in sight goes there", () => {
  const { selector, camera, picture, width, draw } = drawn();
  camera.showRange(1_000_000, 1_200_000);
  draw();
  const { left, right } = picture.scale;
  const overview = new TimeScale(overviewRange({ first: 0, end }, right - left, false), left, right);
  const [before, span] = [camera.view, width()];
  const grabbed = overview.x(before.from + span / 4);
  selector.overview(grabbed, true);
  expect(camera.view.from, "grabbed in sight it stays").toBeCloseTo(before.from, 3);
  selector.overview(grabbed + 50, false);
  expect(camera.view.from).toBeCloseTo(before.from + 50 * overview.perPixel, 3);
  expect(width()).toBeCloseTo(span, 3);
  selector.overview(overview.x(400_000), true);
  expect((camera.view.from + camera.view.to) / 2, "pressed out of sight").toBeCloseTo(400_000, 3);
  selector.overview(overview.x(500_000), false);
  expect((camera.view.from + camera.view.to) / 2).toBeCloseTo(500_000, 3);
});

test("steps lead on from what is selected, and the first one to the topmost lane", () => {
  const { selector, attention, lanes } = drawn();
  selector.step("down");
  const first: SelectionRef | undefined = attention.selected;
  expect(first).toEqual({ kind: "lane", lane: lanes.rows[0]?.lane.id });
  selector.step("down");
  expect(attention.selected).toEqual({ kind: "lane", lane: lanes.rows[1]?.lane.id });
  selector.step("up");
  expect(attention.selected).toEqual(first);
});
