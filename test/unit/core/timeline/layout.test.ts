/**
 * The picture, by its display list: what the grammar of bars, glyphs and arrows says of a run.
 */
import { describe, expect, test } from "vitest";
import { DisplayList, type Item } from "../../../../core/timeline/display-list.ts";
import { layout } from "../../../../core/timeline/layout.ts";
import type { Scene } from "../../../../core/timeline/scene.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { axis, gutter, type SceneOptions, sceneOf } from "../../../support/timeline-look/scene-of.ts";

const size = { width: 1_000, height: 480 };
const ended = madeUpRun();
const cancelled = madeUpRun({ cancelAfter: 1.234 });

interface Drawn {
  readonly scene: Scene;
  readonly items: readonly Item[];
  /** Items of the lane of that name. */
  readonly of: (name: string) => readonly Item[];
}

function draw(run: ReturnType<typeof madeUpRun>, options: Partial<SceneOptions> = {}): Drawn {
  const scene = sceneOf(run, { ...size, ...options });
  const list = new DisplayList();
  layout(scene, list);
  const items = [...list.items()];
  const named = new Map([...scene.table.lanes.values()].map(({ id, name }) => [name, id]));
  return { scene, items, of: (name) => items.filter((item) => item.lane === (named.get(name) ?? Number.NaN)) };
}

const texts = (items: readonly Item[]) => items.filter((item) => item.shape === "text").map((item) => plain(item.text));
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const glyphs = (items: readonly Item[]) => items.filter((item) => item.shape === "mark").map((item) => item.style);

describe("bars", () => {
  test("a thread that waits is a hatched band that says in what it is blocked", () => {
    const band = draw(ended)
      .of("MainThread")
      .find((item) => item.shape === "hatch" && item.style === "blocked");
    expect(band?.w).toBeGreaterThan(500);
    expect(texts(draw(ended).of("MainThread"))).toContain("blocked in sleep 3 s");
  });

  test("a task that waits is a thin line that says why, and never a band", () => {
    const own = draw(ended).of("Task-1");
    expect(own.some((item) => item.shape === "line" && item.w - item.x > 500)).toBe(true);
    expect(own.some((item) => item.shape === "hatch" && item.style === "blocked")).toBe(false);
    expect(texts(own)).toContain("sleep 3 s");
  });

  test("waits too short for words, again and again, say it once", () => {
    const { of } = draw(ended);
    expect(texts(of("Thread-1 (spin)")).filter((text) => text.includes("sleep"))).toEqual([
      "blocked in sleep 0.1 s, again and again",
    ]);
    expect(texts(of("Task-2")).filter((text) => text.includes("sleep"))).toEqual(["sleep 0.1 s, again and again"]);
  });

  test("each frame of the spinner is a solid bar of at least two pixels", () => {
    const bars = draw(ended)
      .of("Thread-1 (spin)")
      .filter((item) => item.shape === "rect");
    expect(bars.length).toBeGreaterThanOrEqual(29);
    for (const bar of bars) expect(bar.w).toBeGreaterThanOrEqual(2 - 1e-9);
  });

  test("close up, a thread is dotted from created to started, hatched until it runs, then solid", () => {
    const own = draw(ended, { view: { from: -300, to: 3_000 } }).of("Thread-1 (spin)");
    const shapes = own.filter((item) => ["outline", "hatch", "rect"].includes(item.shape)).map((item) => item.style);
    expect(shapes.slice(0, 3)).toEqual(["dotted", "ready", "plain"]);
  });

  test("a minute of frames is drawn as crowded columns over the band of what it mostly did", () => {
    const own = draw(madeUpRun({ job: 60 })).of("Thread-1 (spin)");
    const crowded = own.filter((item) => item.shape === "rect" && item.strength < 0.5);
    expect(crowded.length).toBeGreaterThan(0);
    expect(own.some((item) => item.style === "blocked" && item.w > 500)).toBe(true);
    expect(texts(own)).toContain("blocked in sleep 0.1 s, again and again");
  });

  test("a minute of a task's frames is drawn over the thin line of its waiting", () => {
    const own = draw(madeUpRun({ job: 60 })).of("Task-2");
    expect(own.some((item) => item.shape === "line" && item.w - item.x > 500)).toBe(true);
    expect(own.some((item) => item.shape === "hatch")).toBe(false);
  });
});

describe("moments and ends", () => {
  test("a thread's signal is asked on one lane and seen on the other", () => {
    const { of } = draw(ended, { view: { from: 2_990_000, to: 3_050_000 } });
    expect(new Set(glyphs(of("MainThread")))).toEqual(new Set(["asked", "joined", "returned"]));
    expect(glyphs(of("Thread-1 (spin)"))).toContain("seen");
    expect(texts(of("Thread-1 (spin)"))).toContain("saw it");
  });

  test("a cancel is requested and delivered, and the task that obeys returns", () => {
    const { of } = draw(ended);
    expect(glyphs(of("Task-1"))).toContain("cancel-requested");
    expect(glyphs(of("Task-2"))).toEqual(expect.arrayContaining(["cancel-delivered", "returned"]));
    expect(texts(of("Task-2"))).toEqual(expect.arrayContaining(["delivered", "returned"]));
  });

  test("a lane's end says what it returned", () => {
    expect(texts(draw(ended).of("MainThread"))).toContain("returned 42");
    expect(texts(draw(ended).of("Task-1"))).toContain("returned 42");
  });

  test("the main lane says what it did", () => {
    expect(texts(draw(cancelled).of("main process 4083"))).toEqual(
      expect.arrayContaining(["start", "cancel", "ended"]),
    );
  });

  test("on a process lane no word covers a glyph", () => {
    for (const options of [{}, { width: 700 }, { view: { from: 2_900_000, to: 3_300_000 } }]) {
      for (const name of ["main process 4083", "utility process 4127", "renderer 4098"]) {
        const own = draw(cancelled, options).of(name);
        for (const glyph of own.filter((item) => item.shape === "mark" && item.style !== "returned")) {
          const covers = (item: Item) =>
            item.row >= 0 && item.x < glyph.x + 3 && item.x + item.text.length * 6 > glyph.x - 3;
          expect(own.filter((item) => item.shape === "text").some(covers)).toBe(false);
        }
      }
    }
  });

  test("no two words of one lane overlap", () => {
    for (const options of [{}, { width: 700, height: 300 }, { view: { from: 2_980_000, to: 3_100_000 } }]) {
      const { items } = draw(ended, options);
      const boxes = items
        .filter((item) => item.shape === "text" && item.lane !== -1 && item.row >= 0)
        .map((item) => {
          const width = item.text.length * 6;
          return {
            y: item.y,
            from: item.style === "label-centre" ? item.x - width / 2 : item.x,
            width,
            text: item.text,
          };
        });
      for (const a of boxes) {
        for (const b of boxes) {
          if (a === b || Math.abs(a.y - b.y) > 6) continue;
          expect(a.from + a.width <= b.from || b.from + b.width <= a.from, `${a.text} over ${b.text}`).toBe(true);
        }
      }
    }
  });
});

describe("arrows", () => {
  const styles = (items: readonly Item[]) =>
    new Set(items.filter((item) => item.shape === "arrow").map((item) => item.style));

  test("messages, the signal, the cancel and the join each have an arrow of their own kind", () => {
    const own = draw(ended).items.filter((item) => item.lane !== -1);
    expect(styles(own)).toEqual(new Set(["message", "signal", "cancel", "join"]));
  });

  test("an arrow leads from the lane that asked to the one that noticed, and later in time", () => {
    const { items, scene } = draw(cancelled);
    const signal = items.find((item) => item.shape === "arrow" && item.style === "signal" && item.lane !== -1);
    if (signal === undefined) throw new Error("no signal");
    expect(scene.scale.time(signal.x)).toBeGreaterThan(1_234_000);
    expect(signal.w).toBeGreaterThan(signal.x);
    expect(signal.h).toBeGreaterThan(signal.y);
  });
});

test("a lane that had ended long before it was joined has a dotted line from its end to where the arrow leaves", () => {
  const own = draw(cancelled).of("Thread-1 (spin)");
  const late = own.find((item) => item.shape === "line" && item.style === "dotted");
  const join = own.find((item) => item.shape === "arrow" && item.style === "join");
  expect(late?.w).toBe(join?.x);
  expect(late?.y).toBe(join?.y);
  expect((late?.w ?? 0) - (late?.x ?? 0)).toBeGreaterThan(300);
});

describe("the frame", () => {
  test("names stand in the gutter, processes first and what runs in them set in", () => {
    const { items } = draw(ended);
    const names = items.filter(
      (item) => item.shape === "text" && item.x < gutter && item.row === -1 && item.lane !== -1,
    );
    expect(names.map((item) => [plain(item.text), item.x])).toEqual([
      ["main process 4083", 0],
      ["utility process 4127", 0],
      ["MainThread", 14],
      ["Thread-1 (spin)", 14],
      ["renderer 4098", 0],
      ["event loop", 14],
      ["Task-1", 14],
      ["Task-2", 14],
    ]);
  });

  test("while the run is live a line says what is now, and what still goes on reaches it", () => {
    const at = 1_650_000;
    const { items, scene, of } = draw(ended, { at });
    const now = scene.scale.x(scene.now);
    expect(items.some((item) => item.shape === "line" && item.style === "dotted" && item.x === now)).toBe(true);
    const band = of("MainThread").find((item) => item.style === "blocked");
    expect((band?.x ?? 0) + (band?.w ?? 0)).toBeCloseTo(now);
  });

  test("the pointer's instant is written on the axis", () => {
    const { items } = draw(ended, { pointer: { x: 500, y: 440 } });
    expect(items.some((item) => item.shape === "line" && item.style === "dashed" && item.x === 500)).toBe(true);
    expect(texts(items).at(-1)).toMatch(/^1\.\d{3} s$/);
  });

  test("a legend explains the grammar where there is room, and only then", () => {
    expect(texts(draw(ended).items)).toContain("blocked, holds its thread");
    expect(texts(draw(ended, { height: 260 }).items)).not.toContain("blocked, holds its thread");
  });

  test("no bar, glyph or word lies right of the canvas", () => {
    for (const { x, w, shape, text, style } of draw(ended, { width: 700 }).items) {
      const right =
        shape === "rect" || shape === "hatch"
          ? x + w
          : shape === "text" && style === "label-left"
            ? x + text.length * 6
            : x;
      expect(right).toBeLessThanOrEqual(700 + 2);
    }
  });

  test("an empty recording is an empty axis", () => {
    const { items } = draw([]);
    expect(items.every((item) => item.lane === -1)).toBe(true);
    expect(items.some((item) => item.y < axis && item.shape === "text")).toBe(true);
  });
});

test("a frame of a recording a hundred times as long has as many items", () => {
  const short = draw(madeUpRun({ job: 6, frame: 0.01 })).items.length;
  const long = draw(madeUpRun({ job: 600, frame: 0.1 })).items.length;
  expect(long).toBeLessThan(short * 2);
});
