/**
 * What the timeline's benchmark measures of the product's own recording, picture and painter, inside a page.
 * A frame: from a change of the viewport to the end of the drawing calls; script only.
 */
import type { TimelineColours } from "../../../core/contract/worker-protocol.ts";
import { Recording } from "../../../core/timeline/recording.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import { Picture } from "../../../renderer/timeline/worker/picture.ts";
import { recordedEvents } from "./recorded-events.ts";

const size = { width: 1_100, height: 420, pixelRatio: 1 };
const colours: TimelineColours = {
  background: "#0f1216",
  surface: "#151a20",
  raised: "#1f262f",
  text: "#e8ebf0",
  muted: "#98a2b0",
  faint: "#8792a0",
  rule: "#2a333e",
  threads: "#f0a35e",
  coroutines: "#58c6bd",
  processes: "#a994f5",
  cancel: "#ff7a70",
};
const framesARound = 240;
const appendsARound = 60;
const appended = 1_000;

export interface Round {
  /** ms. */
  readonly open: number;
  readonly frames: readonly number[];
  readonly append: number;
  readonly bytesAnEvent: number;
}

/** One round over a recording of `events` events. */
export function measureRound(events: number, memory: () => number): Round {
  const { batches } = recordedEvents(events);
  const { picture, present } = createPicture();
  const before = memory();
  const begun = performance.now();
  const recording = open(batches);
  picture.show(recording);
  picture.draw(0);
  const opened = performance.now() - begun;
  present();
  const bytesAnEvent = (memory() - before) / recording.table.length;
  const frames = measureFrames(picture, recording, present);
  return { open: opened, frames, append: measureAppend(picture, batches, present), bytesAnEvent };
}

/** `present`: what the browser does after a frame; else the drawing calls of many frames would be carried out in one. */
function createPicture(): { readonly picture: Picture; readonly present: () => void } {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("the page gives no 2d context");
  const picture = new Picture(canvas, context, size, colours, "en");
  return { picture, present: () => canvas.transferToImageBitmap().close() };
}

function open(batches: readonly Batch[]): Recording {
  const recording = new Recording(1, ["threads", "coroutines"]);
  for (const batch of batches) recording.take(batch, 0);
  recording.finish(0, 0);
  return recording;
}

/** A walk: into the picture, along it, out again. */
function measureFrames(picture: Picture, recording: Recording, present: () => void): number[] {
  const frames: number[] = [];
  const end = recording.now(0);
  for (let i = 0; i < framesARound; i++) {
    const begun = performance.now();
    if (i < framesARound / 3) picture.camera.zoom(1.12, end * 0.4);
    else if (i < (framesARound * 2) / 3) picture.camera.pan(i % 2 === 0 ? -43 : 17);
    else picture.camera.zoom(1 / 1.12, end * 0.4);
    picture.draw(0);
    frames.push(performance.now() - begun);
    present();
  }
  return frames;
}

/** Taking in a thousand events on top of the recording, and drawing the next frame: ms, the median. */
function measureAppend(picture: Picture, batches: readonly Batch[], present: () => void): number {
  const recording = new Recording(2, ["threads", "coroutines"]);
  for (const batch of batches) recording.take(batch, 0);
  picture.show(recording);
  const [more] = recordedEvents(appended).batches.slice(-1);
  const last = recording.now(0);
  const times: number[] = [];
  for (let i = 0; i < appendsARound && more !== undefined; i++) {
    const later = { ...more, columns: { ...more.columns, t: more.columns.t.map((t) => t + last * (1 + i / 100)) } };
    const begun = performance.now();
    recording.take(later, 0);
    picture.draw(0);
    times.push(performance.now() - begun);
    present();
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
