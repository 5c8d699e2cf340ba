/** The overview while a run is on: its image is painted now and then, its tick in every frame. */
import { expect, test } from "vitest";
import { DisplayList } from "../../../../core/timeline/display-list.ts";
import { layout } from "../../../../core/timeline/layout.ts";
import { Overview, overviewRange } from "../../../../core/timeline/overview.ts";
import { TimeScale } from "../../../../core/timeline/time-scale.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { sceneOf } from "../../../support/timeline-look/scene-of.ts";

const ended = madeUpRun();

test("while the run is live the overview says what is now in every frame", () => {
  for (const at of [1_010_000, 1_055_000, 1_190_000]) {
    const scene = sceneOf(ended, { width: 1_000, height: 480, at, overview: 24 });
    const list = new DisplayList();
    layout(scene, list, new Overview());
    const tick = [...list.items()].find((item) => item.shape === "line" && item.y === 0 && item.colour === "text");
    const range = overviewRange({ first: 0, end: scene.now }, scene.scale.right - scene.scale.left, true);
    expect(tick?.x).toBe(new TimeScale(range, scene.scale.left, scene.scale.right).x(scene.now));
  }
});
