/**
 * A whole recording as the scene that its picture is made from: all of its time, its lanes one under the other.
 */
import { RowBatches } from "../../journal/row-batches.ts";
import { approximateWidth } from "../../timeline/drawing/text-width.ts";
import { gutterWidth } from "../../timeline/gutter.ts";
import { naturalHeight, placeLanes, totalHeight } from "../../timeline/lane-rows.ts";
import { legendHeight } from "../../timeline/legend.ts";
import { Recording as FoldedRecording } from "../../timeline/recording.ts";
import type { Scene } from "../../timeline/scene.ts";
import { TimeScale } from "../../timeline/time-scale.ts";
import { fitAll } from "../../timeline/viewport.ts";
import type { Recording } from "../../trace/recording.ts";
import { RecordingRows } from "../recording-rows.ts";

/** px. */
const width = 1_280;
const axis = 30;
const language = "en";
/** Lanes in one picture: past that it could not be looked at. */
export const lanesAtMost = 300;
/** Height of the line that says how many lanes there are beside. */
const moreHeight = 20;

export interface Picture {
  readonly scene: Scene;
  /** How many lanes the recording has beside the picture's. */
  readonly moreLanes: number;
  /** The scene's, and below it the line that says so, px. */
  readonly height: number;
}

/** @throws UnreadableRecording for events that no row can hold. */
export function pictureOf(recording: Recording): Picture {
  const folded = fold(recording);
  const { table, spans, arrows, moments, lanes } = folded;
  const shown = lanes.slice(0, lanesAtMost);
  const moreLanes = lanes.length - shown.length;
  const rows = placeLanes(shown, naturalHeight(shown));
  const bottom = axis + totalHeight(rows);
  const legend = legendHeight(shown, Number.POSITIVE_INFINITY, width, language, approximateWidth);
  const height = bottom + legend;
  const gutter = gutterWidth(shown, width, approximateWidth);
  const now = folded.now(0);
  const scene: Scene = {
    recording: folded,
    table,
    spans,
    arrows,
    moments,
    rows,
    scale: new TimeScale(fitAll({ first: 0, end: now }, width - gutter), gutter, width),
    frame: { width, height, gutter, overview: 0, axis, bottom, scroll: 0 },
    now,
    live: false,
    language,
    measure: approximateWidth,
    lookHere: [],
  };
  return { scene, moreLanes, height: height + (moreLanes > 0 ? moreHeight : 0) };
}

function fold(recording: Recording): FoldedRecording {
  const { header, events } = recording;
  const folded = new FoldedRecording(0, [], header.lesson);
  const reading = new RecordingRows(header);
  const batches = new RowBatches();
  for (const row of reading.rows(events, recording)) for (const batch of batches.add(row)) folded.take(batch, 0);
  for (const batch of batches.flush()) folded.take(batch, 0);
  folded.declare([...reading.lanes.values()].filter(({ id }) => !folded.table.lanes.has(id)));
  folded.finish(0, folded.dropped);
  return folded;
}
