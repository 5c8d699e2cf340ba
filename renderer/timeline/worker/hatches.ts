/**
 * Hatches as patterns, made once for each colour, style and pixel ratio: diagonal for what is blocked, upright for what
 * is ready. They move with time, not with the window: `originX` is where zero lies.
 */
import type { HatchStyle } from "../../../core/timeline/display-list.ts";

/** Side of a pattern's tile, px. */
const tile = 8;

interface Placed {
  readonly pattern: CanvasPattern;
  /** Where zero lay when it was last used, px, and the pixel ratio. */
  originX: number;
  pixelRatio: number;
}

export class Hatches {
  readonly #patterns = new Map<string, Placed>();

  /** The pattern; undefined where the canvas can make none. */
  of(
    context: OffscreenCanvasRenderingContext2D,
    style: HatchStyle,
    colour: string,
    pixelRatio: number,
    originX: number,
  ): CanvasPattern | undefined {
    const side = Math.max(4, Math.round(tile * pixelRatio));
    const key = `${style} ${colour} ${side}`;
    let placed = this.#patterns.get(key);
    if (placed === undefined) {
      const pattern = context.createPattern(drawTile(style, colour, side), "repeat") ?? undefined;
      if (pattern === undefined) return undefined;
      placed = { pattern, originX: Number.NaN, pixelRatio: Number.NaN };
      this.#patterns.set(key, placed);
    }
    // A picture has thousands of hatched pieces: it is moved once for all of them.
    if (placed.originX !== originX || placed.pixelRatio !== pixelRatio) {
      placed.pattern.setTransform(new DOMMatrix([1 / pixelRatio, 0, 0, 1 / pixelRatio, originX % tile, 0]));
      placed.originX = originX;
      placed.pixelRatio = pixelRatio;
    }
    return placed.pattern;
  }
}

function drawTile(style: HatchStyle, colour: string, side: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d");
  if (context === null) return canvas;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.globalAlpha = 0.13;
  context.fillRect(0, 0, side, side);
  context.globalAlpha = 0.62;
  context.lineWidth = side / (style === "ready" ? 7 : 6);
  context.beginPath();
  if (style === "ready") {
    for (const x of [side / 4, (side * 3) / 4]) {
      context.moveTo(x, 0);
      context.lineTo(x, side);
    }
  } else {
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift - 1, side + 1);
      context.lineTo(shift + side + 1, -1);
    }
  }
  context.stroke();
  return canvas;
}
