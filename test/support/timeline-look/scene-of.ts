/**
 * From a made-up run to a scene: what the timeline's worker does while it lives, at one instant of it.
 */

import { placeLanes } from "../../../core/timeline/lane-rows.ts";
import { arrangeLanes } from "../../../core/timeline/lanes.ts";
import { legendHeight } from "../../../core/timeline/legend.ts";
import type { MeasureText, Scene } from "../../../core/timeline/scene.ts";
import { TimeScale } from "../../../core/timeline/time-scale.ts";
import { fitAll, follow, type Viewport } from "../../../core/timeline/viewport.ts";
import { ArrowFold } from "../../../core/trace/folds/arrows.ts";
import { MomentFold } from "../../../core/trace/folds/moments.ts";
import { SpanFold } from "../../../core/trace/folds/spans.ts";
import { TraceTable } from "../../../core/trace/table.ts";
import type { Arrival } from "../made-up-world.ts";

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  readonly measure: MeasureText;
  /** µs; everything that arrived until then is known, and the run is live. The whole run when left out. */
  readonly at?: number;
  readonly view?: Viewport;
  readonly pointer?: { readonly x: number; readonly y: number };
}

/** Width of the lanes' names, and height of the time axis, px. */
export const gutter = 172;
export const axis = 30;

export function sceneOf(arrivals: readonly Arrival[], options: SceneOptions): Scene {
  const table = new TraceTable();
  const spans = new SpanFold();
  const arrows = new ArrowFold();
  const moments = new MomentFold();
  let latest = 0;
  for (const { at, batch } of arrivals) {
    if (options.at !== undefined && at > options.at) continue;
    const first = table.append(batch);
    for (let row = first; row < table.length; row++) {
      latest = Math.max(latest, table.t(row));
      for (const fold of [spans, arrows, moments]) fold.row(table, row);
    }
  }
  const now = options.at ?? latest;
  const extent = { first: 0, end: now };
  const view =
    options.view ??
    (options.at === undefined ? fitAll(extent, options.width - gutter) : follow(extent, options.width - gutter));
  const lanes = arrangeLanes(table.lanes, (lane) => spans.of(lane));
  return {
    table,
    spans,
    arrows,
    moments,
    rows: placeLanes(lanes, options.height - axis - legendHeight),
    scale: new TimeScale(view, gutter, options.width),
    frame: { width: options.width, height: options.height, gutter, axis, scroll: 0 },
    now,
    live: options.at !== undefined,
    language: "en",
    measure: options.measure,
    ...(options.pointer === undefined ? {} : { pointer: options.pointer }),
  };
}
