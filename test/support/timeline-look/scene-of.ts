/**
 * From a made-up run to a scene: what the timeline's worker does while it lives, at one instant of it.
 */
import type { SelectionRef } from "../../../core/contract/timeline-selection.ts";
import { placeLanes } from "../../../core/timeline/lane-rows.ts";
import { legendHeight } from "../../../core/timeline/legend.ts";
import { flagStrip } from "../../../core/timeline/look-here-flags.ts";
import { Recording } from "../../../core/timeline/recording.ts";
import type { MeasureText, Scene, ShownMoment } from "../../../core/timeline/scene.ts";
import { TimeScale } from "../../../core/timeline/time-scale.ts";
import { fitAll, follow, type Viewport } from "../../../core/timeline/viewport.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import type { Arrival } from "../made-up-world.ts";

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  readonly measure?: MeasureText;
  /** µs; everything that arrived until then is known, and the run is live. The whole run when left out. */
  readonly at?: number;
  readonly view?: Viewport;
  readonly pointer?: { readonly x: number; readonly y: number };
  readonly selected?: SelectionRef;
  /** Height of the overview, px; none when left out. */
  readonly overview?: number;
  readonly lookHere?: readonly ShownMoment[];
  /** How far the lanes are scrolled up, px; not at all when left out. */
  readonly scroll?: number;
}

/** Width of the lanes' names, and height of the time axis, px. */
export const gutter = 136;
export const axis = 30;

/** For tests: each letter is 6 px wide. */
export const sixPixelsALetter: MeasureText = (text) => text.length * 6;

/** A recording that has taken in what arrived until `at` (µs), or all of it and its end. */
export function recordingOf(
  arrivals: readonly { readonly at: number; readonly batch: Batch }[],
  at?: number,
): Recording {
  const recording = new Recording(1, ["threads", "coroutines"]);
  for (const arrival of arrivals) if (at === undefined || arrival.at <= at) recording.take(arrival.batch, arrival.at);
  if (at === undefined) recording.finish(0, 0);
  return recording;
}

/** The scene of a made-up run. */
export function sceneOf(arrivals: readonly Arrival[], options: SceneOptions): Scene {
  return sceneFrom(recordingOf(arrivals, options.at), options);
}

/** The scene of a recording. */
export function sceneFrom(recording: Recording, options: SceneOptions): Scene {
  const { width, height, at, pointer, selected, overview = 0, lookHere = [] } = options;
  const now = recording.now(at ?? 0);
  const extent = { first: 0, end: now };
  const pixels = width - gutter;
  const view = options.view ?? (recording.live ? follow(extent, pixels) : fitAll(extent, pixels));
  const { table, spans, arrows, moments, live } = recording;
  const measure = options.measure ?? sixPixelsALetter;
  const top = overview + axis + (lookHere.length > 0 ? flagStrip : 0);
  const bottom = height - legendHeight(recording.lanes, height - top, width, "en", measure);
  return {
    recording,
    table,
    spans,
    arrows,
    moments,
    rows: placeLanes(recording.lanes, bottom - top),
    scale: new TimeScale(view, gutter, width),
    frame: {
      width,
      height,
      gutter,
      overview,
      axis: top,
      bottom,
      scroll: options.scroll ?? 0,
    },
    now,
    live,
    language: "en",
    measure,
    lookHere,
    ...(pointer === undefined ? {} : { pointer }),
    ...(selected === undefined ? {} : { selected }),
  };
}
