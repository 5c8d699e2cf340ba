/**
 * R9: what an input and its picture cost is that of what is in sight, however many lanes and events a recording has. Counted,
 * not timed: what is looked at for a frame, and for the reports that follow it, at 10, 1 000 and 10 000 tasks.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { DisplayList } from "../../../../core/timeline/display-list.ts";
import { layout } from "../../../../core/timeline/layout.ts";
import { Overview } from "../../../../core/timeline/overview.ts";
import type { Recording } from "../../../../core/timeline/recording.ts";
import { detailsOf } from "../../../../core/timeline/selection/details.ts";
import { eventTable } from "../../../../core/timeline/selection/event-table.ts";
import { pick } from "../../../../core/timeline/selection/pick.ts";
import { stepTo } from "../../../../core/timeline/selection/step.ts";
import { lanesInSight } from "../../../../core/timeline/stage/lanes-in-sight.ts";
import { modeStatistics } from "../../../../core/timeline/stage/mode-statistics.ts";
import { stageOf } from "../../../../core/timeline/stage/stage.ts";
import { workOf } from "../../../support/counted-work.ts";
import { largeFolded } from "../../../support/large/large-folded.ts";
import { type SceneOptions, sceneFrom } from "../../../support/timeline-look/scene-of.ts";

const counts = [10, 1_000, 10_000] as const;
const size = { width: 988, height: 408, overview: 24 };
/** A few looks for each column of 2 px of the rows that have room. */
const pixelsAtMost = 10 * (size.width / 2) * (size.height / 12);

class Case {
  readonly recording: Recording;
  readonly #overview = new Overview();
  readonly #list = new DisplayList();
  readonly #statistics;
  readonly #rows;

  constructor(tasks: number) {
    this.recording = largeFolded({ tasks, events: 3 * tasks + 30_000 });
    const { recording } = this;
    this.#statistics = modeStatistics(recording, "threads");
    this.#rows = sceneFrom(recording, size).rows;
    // Once for the recording as it is: what a first frame and a first stage keep.
    this.frame({});
    this.stage(0.5);
  }

  get middle(): number {
    return this.recording.now(0) / 2;
  }

  scene(options: Partial<SceneOptions>) {
    return { ...sceneFrom(this.recording, { ...size, ...options }), rows: this.#rows };
  }

  frame(options: Partial<SceneOptions>): number {
    const scene = this.scene(options);
    return workOf(() => layout(scene, this.#list, this.#overview));
  }

  stage(share: number): number {
    const { recording } = this;
    return workOf(() => stageOf(recording, recording.now(0) * share, () => this.#statistics));
  }

  pick(x: number, y: number): number {
    const scene = this.scene({});
    layout(scene, this.#list);
    return workOf(() => pick(scene, this.#list, x, y));
  }
}

const cases = new Map<number, Case>();
beforeAll(() => {
  for (const tasks of counts) cases.set(tasks, new Case(tasks));
}, 120_000);

/** Never more than the pixels ask for; and of 10 000 tasks about as much is looked at as of 1 000. */
function staysTheSame(measure: (of: Case) => number): void {
  const [ten, thousand, tenThousand] = counts.map((tasks) => measure(cases.get(tasks) ?? new Case(tasks)));
  for (const work of [ten, thousand, tenThousand]) expect(work).toBeLessThan(pixelsAtMost);
  expect(tenThousand).toBeLessThanOrEqual(1.5 * (thousand ?? Number.NaN) + 500);
}

describe("a frame", () => {
  test("of all of the time", () => {
    staysTheSame((of) => of.frame({}));
  });
  test("of one millisecond", () => {
    staysTheSame((of) => of.frame({ view: { from: of.middle, to: of.middle + 1_000 } }));
  });
  test("in the middle of the lanes, and at their end", () => {
    staysTheSame((of) => of.frame({ scroll: 300 }));
    staysTheSame((of) => of.frame({ scroll: 12 * 28 }));
  });
  test("with something under the pointer, and with something selected", () => {
    staysTheSame((of) => of.frame({ pointer: { x: 500, y: 160 } }));
    const row = (of: Case) => of.recording.spans.of(of.recording.lanes.at(-1)?.lane.id ?? -1)?.row(0) ?? -1;
    staysTheSame((of) => of.frame({ selected: { kind: "event", row: row(of) } }));
  });
});

describe("an input", () => {
  test("a click finds what lies there", () => {
    staysTheSame((of) => of.pick(600, 200));
  });
  test("a step to the next lane, and to the next event", () => {
    const step = (of: Case, to: "down" | "next") => {
      const { recording } = of;
      const { rows, scale } = of.scene({});
      const row = recording.spans.of(rows.at(-2)?.lane.id ?? -1)?.row(0) ?? -1;
      const from = { recording, rows, view: scale, selected: { kind: "span", row } as const, now: recording.now(0) };
      return workOf(() => stepTo(from, to));
    };
    staysTheSame((of) => step(of, "down"));
    staysTheSame((of) => step(of, "next"));
  });
});

describe("what the page is told after a frame", () => {
  test.each([0.001, 0.5, 0.97, 1])("the stage at %d of the time", (share) => {
    staysTheSame((of) => of.stage(share));
  });
  test("the details of what is selected", () => {
    staysTheSame(({ recording }) => {
      const row = recording.spans.of(recording.lanes.at(-1)?.lane.id ?? -1)?.row(0) ?? -1;
      return workOf(() => detailsOf(recording, { kind: "span", row }, recording.now(0), "en"));
    });
  });
  test("the lanes in sight: some, with how many there are", () => {
    staysTheSame(({ recording }) => workOf(() => lanesInSight(recording, { first: 4, last: 30 }, recording.now(0))));
    const { recording } = cases.get(10_000) ?? new Case(10_000);
    const told = lanesInSight(recording, { first: 4, last: 30 }, recording.now(0));
    expect(told).toMatchObject({ total: recording.lanes.length, first: 4 });
    expect(told.lanes).toHaveLength(27);
    expect(JSON.stringify(told).length).toBeLessThan(10_000);
  });
  test("the message of a stage is bounded: 64 lanes by name and by line, and how many there are", () => {
    const { recording, middle } = cases.get(10_000) ?? new Case(10_000);
    const stage = stageOf(recording, middle, (mode) => modeStatistics(recording, mode));
    const coroutines = stage.modes.find(({ mode }) => mode === "coroutines");
    expect(coroutines?.lanes).toHaveLength(64);
    expect(coroutines?.laneCount).toBeGreaterThan(9_999);
    expect(coroutines?.lines).toHaveLength(64);
    expect(
      JSON.stringify({ ...stage, modes: stage.modes.map((mode) => ({ ...mode, console: "" })) }).length,
    ).toBeLessThan(20_000);
  });
  test("the events in sight: each lane is looked at a few times, not once for every event", () => {
    const looked = (of: Case) => {
      const { rows, scale } = of.scene({ view: { from: of.middle, to: of.middle + 50_000 } });
      return workOf(() => eventTable(of.recording, rows, scale, of.recording.now(0), "en")) / rows.length;
    };
    const of = cases.get(10_000) ?? new Case(10_000);
    expect(looked(of)).toBeLessThan(40);
  });
});
