/**
 * The overview as a picture of its own, painted when it has changed and copied into each frame: in it every lane of the
 * whole recording is in sight at once.
 */
import type { CanvasSize, TimelineColours } from "../../../core/contract/worker-protocol.ts";
import type { Overview } from "../../../core/timeline/overview.ts";
import { Painter } from "./painter.ts";

export class OverviewImage {
  readonly #overview: Overview;
  #canvas: OffscreenCanvas | undefined;
  #painter: Painter | undefined;
  #painted = "";

  constructor(overview: Overview) {
    this.#overview = overview;
  }

  /** The picture as it is now; undefined while there is none. */
  of(size: CanvasSize, colours: TimelineColours): OffscreenCanvas | undefined {
    const { width, height, pixelRatio } = size;
    const painted = `${this.#overview.version} ${width} ${height} ${pixelRatio} ${Object.values(colours).join(" ")}`;
    if (height === 0 || painted === this.#painted) return this.#canvas;
    const across = Math.max(1, Math.round(width * pixelRatio));
    const down = Math.max(1, Math.round(height * pixelRatio));
    if (this.#canvas?.width !== across || this.#canvas.height !== down) {
      this.#canvas = new OffscreenCanvas(across, down);
      const context = this.#canvas.getContext("2d", { alpha: false });
      this.#painter = context === null ? undefined : new Painter(context);
    }
    this.#painter?.paint(this.#overview.kept, size, colours, 0);
    this.#painted = painted;
    return this.#canvas;
  }
}
