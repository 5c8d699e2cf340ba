/**
 * The picture on the canvas: what is in sight of which recording, drawn when it has to be. It owns the canvas, the camera
 * and the display list; it knows nothing of where the recording comes from.
 */
import type { SelectionRef } from "../../../core/contract/timeline-selection.ts";
import type { CanvasSize, TimelineColours } from "../../../core/contract/worker-protocol.ts";
import type { Language } from "../../../core/i18n/index.ts";
import { Camera } from "../../../core/timeline/camera.ts";
import { DisplayList } from "../../../core/timeline/display-list.ts";
import { layout } from "../../../core/timeline/layout.ts";
import { flagStrip } from "../../../core/timeline/look-here-flags.ts";
import { Overview, overviewHeight } from "../../../core/timeline/overview.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import type { Scene, ShownMoment } from "../../../core/timeline/scene.ts";
import { pick } from "../../../core/timeline/selection/pick.ts";
import { TimeScale } from "../../../core/timeline/time-scale.ts";
import { shows } from "../../../core/timeline/viewport.ts";
import { Attention } from "./attention.ts";
import { OverviewImage } from "./overview-image.ts";
import { Painter } from "./painter.ts";
import { PlacedLanes } from "./placed-lanes.ts";
import { TextWidths } from "./text-widths.ts";

/** Height of the time axis, px. */
const axis = 30;
/** The scale is never narrower, px. */
const narrowest = 40;

export class Picture {
  readonly camera = new Camera();
  readonly attention = new Attention();
  readonly lanes = new PlacedLanes();
  readonly widths: TextWidths;
  recording: Recording | undefined;
  /** The lesson's moments that the recording has so far. */
  lookHere: readonly ShownMoment[] = [];
  /** Whether the lesson has moments: their strip is kept free from the start, so that no lane moves when one comes. */
  hasMoments = false;
  readonly #canvas: OffscreenCanvas;
  readonly #painter: Painter;
  readonly #language: Language;
  readonly #list = new DisplayList();
  #size: CanvasSize;
  #colours: TimelineColours;
  #scale = new TimeScale({ from: 0, to: 1 }, 0, 1);
  #hovered: SelectionRef | undefined;
  readonly #overview = new Overview();
  readonly #overviewImage = new OverviewImage(this.#overview);

  constructor(
    canvas: OffscreenCanvas,
    context: OffscreenCanvasRenderingContext2D,
    size: CanvasSize,
    colours: TimelineColours,
    language: Language,
  ) {
    this.#canvas = canvas;
    this.#painter = new Painter(context);
    this.widths = new TextWidths(context);
    this.#size = size;
    this.#colours = colours;
    this.#language = language;
  }

  /** The canvas gets that size with the next frame, so that no empty one is seen. */
  resize(size: CanvasSize): void {
    this.#size = size;
    this.lanes.forget();
  }

  /** Fonts have changed: everything is measured and placed anew. */
  reletter(): void {
    this.widths.forget();
    this.lanes.forget();
  }

  set colours(colours: TimelineColours) {
    this.#colours = colours;
  }

  /** The instant at `x` px, µs. */
  time(x: number): number {
    return this.#scale.time(x);
  }

  /** Height of the overview, px. */
  get overview(): number {
    return overviewHeight(this.#size.height);
  }

  /** The instant that the page is shown, µs. `local`: µs of the local clock. */
  instant(local: number): number {
    return this.attention.instant(this.#scale, this.overview, this.recording?.now(local) ?? 0);
  }

  /** The time scale of the last frame. */
  get scale(): TimeScale {
    return this.#scale;
  }

  get language(): Language {
    return this.#language;
  }

  /** What lay under the pointer in the last frame. */
  get hovered(): SelectionRef | undefined {
    return this.#hovered;
  }

  /** What lies at a point of the last frame. `local`: µs of the local clock. */
  pick(x: number, y: number, local: number): SelectionRef | undefined {
    const scene = this.#scene(local);
    return scene === undefined ? undefined : pick(scene, this.#list, x, y);
  }

  /** Another recording, or the first. */
  show(recording: Recording): void {
    this.recording = recording;
    this.attention.turnTo(recording);
    this.lookHere = [];
    this.camera.reset();
    this.lanes.scrollToTop();
  }

  /** Draws a frame. `local`: µs of the local clock. Returns whether the picture moves on by itself. */
  draw(local: number): boolean {
    const { recording } = this;
    const { width, height } = this.#size;
    if (recording !== undefined) {
      const room = { width, height, axis: this.#axis };
      this.lanes.place(recording.lanes, room, this.#language, this.widths.of);
    }
    const left = Math.min(this.lanes.gutter, Math.max(0, width - narrowest));
    const right = Math.max(width, left + narrowest);
    const live = recording?.live ?? false;
    const extent = recording?.extent(local) ?? { first: 0, end: 0 };
    // An empty timeline has the scale of a run that is about to begin.
    const view = this.camera.update(extent, right - left, live || recording === undefined);
    this.#scale = new TimeScale(view, left, right);
    this.#list.clear();
    const scene = this.#scene(local);
    this.#hovered = scene === undefined ? undefined : layout(scene, this.#list, this.#overview);
    this.#fitCanvas();
    const image = this.#overviewImage.of({ ...this.#size, height: this.overview }, this.#colours);
    this.#painter.paint(this.#list, this.#size, this.#colours, this.#scale.x(0), image);
    return live && (this.camera.mode !== "free" || shows(view, extent.end));
  }

  #scene(local: number): Scene | undefined {
    const { recording, lookHere } = this;
    const { pointer, selected } = this.attention;
    if (recording === undefined) return undefined;
    const { width, height } = this.#size;
    const { table, spans, arrows, moments, live } = recording;
    const gutter = this.#scale.left;
    return {
      recording,
      table,
      spans,
      arrows,
      moments,
      rows: this.lanes.rows,
      scale: this.#scale,
      frame: {
        width,
        height,
        gutter,
        overview: this.overview,
        axis: this.#axis,
        bottom: this.lanes.bottom,
        scroll: this.lanes.scroll,
      },
      now: recording.now(local),
      live,
      language: this.#language,
      measure: this.widths.of,
      lookHere,
      ...(pointer === undefined ? {} : { pointer }),
      ...(selected === undefined ? {} : { selected }),
    };
  }

  /** The bottom of the time axis, px. */
  get #axis(): number {
    return this.overview + axis + (this.hasMoments ? flagStrip : 0);
  }

  #fitCanvas(): void {
    const { width, height, pixelRatio } = this.#size;
    const across = Math.max(1, Math.round(width * pixelRatio));
    const down = Math.max(1, Math.round(height * pixelRatio));
    if (this.#canvas.width !== across) this.#canvas.width = across;
    if (this.#canvas.height !== down) this.#canvas.height = down;
  }
}
