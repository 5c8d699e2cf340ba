/** What a pointer means, and how what is selected shows. */
import { expect, test } from "vitest";
import type { SelectionRef } from "../../../../../core/contract/timeline-selection.ts";
import { DisplayList } from "../../../../../core/timeline/display-list.ts";
import { layout } from "../../../../../core/timeline/layout.ts";
import { Overview, overviewRange } from "../../../../../core/timeline/overview.ts";
import { onCanvas } from "../../../../../core/timeline/scene.ts";
import { pick } from "../../../../../core/timeline/selection/pick.ts";
import { fitAll } from "../../../../../core/timeline/viewport.ts";
import { Code } from "../../../../../core/trace/kinds.ts";
import { madeUpRun } from "../../../../support/made-up-run.ts";
import { type SceneOptions, sceneOf } from "../../../../support/timeline-look/scene-of.ts";

const run = madeUpRun();
const size = { width: 1_000, height: 480, overview: 24 };

function drawn(options: Partial<SceneOptions> = {}) {
  const scene = sceneOf(run, { ...size, ...options });
  const list = new DisplayList();
  const hovered = layout(scene, list, new Overview());
  const { table } = scene;
  const row = (name: string) => {
    const found = scene.rows.find(({ lane }) => lane.name === name);
    if (found === undefined) throw new Error(`no lane ${name}`);
    return found;
  };
  const middle = (name: string) => onCanvas(scene.frame, row(name).barMiddle);
  const kindAt = (x: number, name: string) => {
    const ref = pick(scene, list, x, middle(name));
    return ref === undefined || ref.kind === "lane" ? undefined : table.kind(ref.row);
  };
  return { scene, list, hovered, items: [...list.items()], row, middle, kindAt };
}

test("a band of waiting, a run and the name of a lane are each what they look like", () => {
  const { scene, list, kindAt, row, middle } = drawn();
  expect(kindAt(500, "MainThread")).toBe(Code.wait);
  expect(kindAt(500, "Task-1")).toBe(Code.wait);
  expect(pick(scene, list, 20, middle("MainThread"))).toEqual({ kind: "lane", lane: row("MainThread").lane.id });
  expect(pick(scene, list, 500, 10)).toBeUndefined();
});

test("a run that is drawn wider than it is can be picked, and the wait beside it too", () => {
  const { items, kindAt, middle } = drawn();
  const bar = items.find(
    ({ shape, x, y, h, row }) =>
      shape === "rect" && row >= 0 && x > 400 && Math.abs(y + h / 2 - middle("Thread-1 (spin)")) < 1,
  );
  expect(bar?.w).toBe(2);
  expect(kindAt((bar?.x ?? 0) + 1, "Thread-1 (spin)")).toBe(Code.run);
  expect(kindAt((bar?.x ?? 0) + 12, "Thread-1 (spin)")).toBe(Code.wait);
});

test("what the pointer is on has a frame and a tip with what, when and how long; empty ground has none", () => {
  const { items, hovered, middle } = drawn();
  expect(hovered).toBeUndefined();
  expect(items.filter(({ shape, style, y }) => shape === "outline" && style === "solid" && y > 24)).toEqual([]);
  const over = drawn({ pointer: { x: 500, y: middle("MainThread") } });
  expect(over.hovered?.kind).toBe("span");
  const texts = over.items.filter(({ shape }) => shape === "text").map(({ text }) => text.replaceAll(/\s/g, " "));
  expect(texts.slice(-2)[0]).toBe("blocked in sleep 3 s");
  expect(texts.at(-1)).toMatch(/^at 0\.\d{3} \d{3} s, for 3\.\d{3} s$/);
});

test("the selection's lane lies on a band and its piece in a frame", () => {
  const { scene } = drawn();
  const thread = scene.rows.find(({ lane }) => lane.name === "MainThread")?.lane.id ?? 0;
  const spans = scene.spans.of(thread);
  const selected: SelectionRef = { kind: "span", row: spans?.row(spans.indexAt(1_500_000)) ?? -1 };
  const { items } = drawn({ selected });
  expect(items.some(({ shape, style, w }) => shape === "outline" && style === "solid" && w > 500)).toBe(true);
  expect(items.some(({ shape, colour, w }) => shape === "rect" && colour === "raised" && w === size.width)).toBe(true);
});

test("a lesson's moments stand as numbers above their lanes, and can be picked there", () => {
  const plain = drawn();
  const { table } = plain.scene;
  let seen = -1;
  for (let row = 0; row < table.length; row++) if (table.kind(row) === Code.signalSeen) seen = row;
  const { scene, list, items } = drawn({ lookHere: [{ number: 2, row: seen }] });
  const flag = items.find(({ style }) => style === "numbered");
  if (flag === undefined) throw new Error("no flag");
  expect(items.some(({ shape, text }) => shape === "text" && text === "2")).toBe(true);
  expect(pick(scene, list, flag.x, flag.y)).toEqual({ kind: "event", row: seen });
});

test("the overview lies over the fitted picture to the pixel, and shows the window that is in sight", () => {
  const { scene } = drawn();
  const pixels = scene.scale.right - scene.scale.left;
  const extent = { first: 0, end: scene.now };
  expect(overviewRange(extent, pixels, false)).toEqual(fitAll(extent, pixels));
  const { items } = drawn({ view: { from: 1_000_000, to: 1_500_000 } });
  const frame = items.find(({ shape, y, colour }) => shape === "outline" && y === 0 && colour === "muted");
  expect(frame?.w).toBeCloseTo((500_000 / (scene.scale.to - scene.scale.from)) * pixels);
});

test("beside a narrow run a pixel is still the run, and two are what is there", () => {
  const { items, kindAt, middle } = drawn();
  const bar = items.find(
    ({ shape, x, y, h, row }) =>
      shape === "rect" && row >= 0 && x > 400 && Math.abs(y + h / 2 - middle("Thread-1 (spin)")) < 1,
  );
  const left = bar?.x ?? 0;
  expect(kindAt(left - 0.8, "Thread-1 (spin)")).toBe(Code.run);
  expect(kindAt(left + 2.8, "Thread-1 (spin)")).toBe(Code.run);
  expect(kindAt(left - 2.2, "Thread-1 (spin)")).toBe(Code.wait);
});

test("below the lanes, where others lie under the legend, nothing can be picked", () => {
  const { scene, list } = drawn({ height: 150, overview: 0 });
  const { bottom } = scene.frame;
  expect(scene.rows.some(({ top, height }) => scene.frame.axis + top + height > bottom + 4)).toBe(true);
  for (const x of [20, 500]) {
    for (let y = bottom; y < 150; y += 2) expect(pick(scene, list, x, y)).toBeUndefined();
  }
});
