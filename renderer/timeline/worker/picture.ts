/**
 * The picture on the canvas: what is in sight of which recording, drawn when it has to be. It owns the canvas, the camera
 * and the display list; it knows nothing of where the recording comes from.
 */
import type { CanvasSize, TimelineColours } from "../../../core/contract/worker-protocol.ts";
import type { Language } from "../../../core/i18n/index.ts";
import { Camera } from "../../../core/timeline/camera.ts";
import { DisplayList, type Item } from "../../../core/timeline/display-list.ts";
import { gutterWidth } from "../../../core/timeline/gutter.ts";
import { hitTest } from "../../../core/timeline/hit-test.ts";
import { type LaneRow, placeLanes, totalHeight } from "../../../core/timeline/lane-rows.ts";
import { layout } from "../../../core/timeline/layout.ts";
import { legendHeight } from "../../../core/timeline/legend.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import { TimeScale } from "../../../core/timeline/time-scale.ts";
import { shows } from "../../../core/timeline/viewport.ts";
import { Painter } from "./painter.ts";
import { TextWidths } from "./text-widths.ts";

/** Height of the time axis, px. */
const axis = 30;
/** The scale is never narrower, px. */
const narrowest = 40;

export class Picture {
  readonly camera = new Camera();
  readonly widths: TextWidths;
  recording: Recording | undefined;
  pointer: { readonly x: number; readonly y: number } | undefined;
  readonly #canvas: OffscreenCanvas;
  readonly #painter: Painter;
  readonly #language: Language;
  readonly #list = new DisplayList();
  #size: CanvasSize;
  #colours: TimelineColours;
  #scale = new TimeScale({ from: 0, to: 1 }, 0, 1);
  #rows: readonly LaneRow[] = [];
  #rowsFor: unknown;
  #gutter = 0;
  #scroll = 0;

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
    this.#rowsFor = undefined;
  }

  /** Width of the lanes' names, px. */
  get gutter(): number {
    return this.#gutter;
  }

  /** Fonts have changed: everything is measured and placed anew. */
  reletter(): void {
    this.widths.forget();
    this.#rowsFor = undefined;
  }

  set colours(colours: TimelineColours) {
    this.#colours = colours;
  }

  /** The instant at `x` px, µs. */
  time(x: number): number {
    return this.#scale.time(x);
  }

  /** What lies at a point of the last frame. */
  hit(x: number, y: number): Item | undefined {
    return hitTest(this.#list, x, y);
  }

  /** The lanes move up by `dy` px, as far as there are any. */
  scrollBy(dy: number): void {
    this.#scroll = Math.min(Math.max(this.#scroll + dy, 0), this.#scrollable);
  }

  /** Another recording, or the first. */
  show(recording: Recording): void {
    this.recording = recording;
    this.camera.reset();
    this.#scroll = 0;
  }

  /** Draws a frame. `local`: µs of the local clock. Returns whether the picture moves on by itself. */
  draw(local: number): boolean {
    const { recording } = this;
    const { width, height } = this.#size;
    this.#place();
    const left = Math.min(this.#gutter, Math.max(0, width - narrowest));
    const right = Math.max(width, left + narrowest);
    const live = recording?.live ?? false;
    const extent = recording?.extent(local) ?? { first: 0, end: 0 };
    // An empty timeline has the scale of a run that is about to begin.
    const view = this.camera.update(extent, right - left, live || recording === undefined);
    this.#scale = new TimeScale(view, left, right);
    const frame = { width, height, gutter: left, axis, scroll: this.#scroll };
    this.#list.clear();
    if (recording !== undefined) {
      const { pointer } = this;
      const { table, spans, arrows, moments } = recording;
      const given = {
        table,
        spans,
        arrows,
        moments,
        rows: this.#rows,
        scale: this.#scale,
        frame,
        now: extent.end,
        live,
      };
      const scene = { ...given, language: this.#language, measure: this.widths.of };
      layout(pointer === undefined ? scene : { ...scene, pointer }, this.#list);
    }
    this.#fitCanvas();
    this.#painter.paint(this.#list, this.#size, this.#colours, this.#scale.x(0));
    return live && (this.camera.mode !== "free" || shows(view, extent.end));
  }

  #fitCanvas(): void {
    const { width, height, pixelRatio } = this.#size;
    const across = Math.max(1, Math.round(width * pixelRatio));
    const down = Math.max(1, Math.round(height * pixelRatio));
    if (this.#canvas.width !== across) this.#canvas.width = across;
    if (this.#canvas.height !== down) this.#canvas.height = down;
  }

  /** Places the lanes anew when there are others, or another canvas. */
  #place(): void {
    const lanes = this.recording?.lanes;
    if (lanes === undefined || this.#rowsFor === lanes) return;
    this.#rowsFor = lanes;
    this.#gutter = gutterWidth(lanes, this.#size.width, this.widths.of);
    this.#rows = placeLanes(lanes, this.#size.height - axis - legendHeight);
    this.scrollBy(0);
  }

  get #scrollable(): number {
    return Math.max(0, totalHeight(this.#rows) + axis + 8 - this.#size.height);
  }
}
