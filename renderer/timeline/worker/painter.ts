/**
 * Draws a display list. The only file that knows how an item of it looks on a canvas; it decides nothing else.
 */
import type { CanvasSize, TimelineColours } from "../../../core/contract/worker-protocol.ts";
import type { Colour, DisplayList, Item } from "../../../core/timeline/display-list.ts";
import { drawArrow, isArrow } from "../../../core/timeline/drawing/arrows.ts";
import { drawGlyph, isGlyph } from "../../../core/timeline/drawing/glyphs.ts";
import { fontOf } from "./fonts.ts";
import { Hatches } from "./hatches.ts";

export class Painter {
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #hatches = new Hatches();
  #colour = "";
  #strength = Number.NaN;
  #image: CanvasImageSource | undefined;

  constructor(context: OffscreenCanvasRenderingContext2D) {
    this.#context = context;
  }

  /** Paints the whole canvas. `originX`: where time zero lies, px. `image`: what an item of that shape is. */
  paint(
    list: DisplayList,
    size: CanvasSize,
    colours: TimelineColours,
    originX: number,
    image?: CanvasImageSource,
  ): void {
    const context = this.#context;
    const ratio = size.pixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#colour = "";
    this.#strength = Number.NaN;
    this.#image = image;
    this.#use(colours.background, 1);
    context.fillRect(0, 0, size.width, size.height);
    context.textBaseline = "middle";
    for (let i = 0; i < list.length; i++) this.#item(list.at(i), colours, ratio, originX);
  }

  #item(item: Item, colours: TimelineColours, ratio: number, originX: number): void {
    const context = this.#context;
    const colour = colourOf(colours, item.colour);
    this.#use(colour, item.strength);
    switch (item.shape) {
      case "image":
        if (this.#image !== undefined) context.drawImage(this.#image, item.x, item.y, item.w, item.h);
        break;
      case "rect":
        this.#rect(item, ratio);
        break;
      case "outline":
        context.lineWidth = item.style === "solid" ? 1.5 : 1.25;
        if (item.style !== "solid") context.setLineDash([1.5, 2.5]);
        context.strokeRect(item.x + 0.5, item.y + 0.5, Math.max(1, item.w - 1), item.h - 1);
        context.setLineDash([]);
        break;
      case "hatch": {
        if (item.style !== "blocked" && item.style !== "ready") break;
        const pattern = this.#hatches.of(context, item.style, colour, ratio, originX);
        if (pattern !== undefined) context.fillStyle = pattern;
        context.fillRect(item.x, item.y, item.w, item.h);
        this.#edges(item, colour, ratio);
        break;
      }
      case "line":
        this.#line(item, ratio);
        break;
      case "mark":
        if (isGlyph(item.style)) drawGlyph(context, item.style, item.x, item.y, item.w);
        break;
      case "arrow":
        if (isArrow(item.style)) drawArrow(context, item.style, item.x, item.y, item.w, item.h);
        break;
      case "text":
        this.#text(item, colours, colour);
        this.#colour = "";
    }
  }

  /** A blocked band has edges: it stays one band where words stand on it. */
  #edges({ style, x, y, w, h, strength }: Item, colour: string, ratio: number): void {
    this.#colour = "";
    if (style !== "blocked") return;
    this.#use(colour, strength * 0.6);
    this.#context.fillRect(x, y, w, 1 / ratio);
    this.#context.fillRect(x, y + h - 1 / ratio, w, 1 / ratio);
  }

  /** Sets colour and strength, if the item before had others: a picture has long series that are alike. */
  #use(colour: string, strength: number): void {
    if (strength !== this.#strength) this.#context.globalAlpha = strength;
    this.#strength = strength;
    if (colour === this.#colour) return;
    this.#colour = colour;
    this.#context.fillStyle = colour;
    this.#context.strokeStyle = colour;
  }

  /** Bars begin and end on whole device pixels, so that a narrow one is not a blur. */
  #rect(item: Item, ratio: number): void {
    const left = Math.round(item.x * ratio) / ratio;
    const right = Math.round((item.x + item.w) * ratio) / ratio;
    this.#context.fillRect(left, item.y, Math.max(right - left, 1 / ratio), item.h);
  }

  #line(item: Item, ratio: number): void {
    const context = this.#context;
    const upright = item.x === item.w;
    const x = upright ? (Math.round(item.x * ratio) + 0.5) / ratio : item.x;
    context.lineWidth = upright ? 1 / ratio : 1.5;
    if (item.style === "dotted") context.setLineDash([1.5, 3]);
    if (item.style === "dashed") context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(x, item.y);
    context.lineTo(upright ? x : item.w, item.h);
    context.stroke();
    context.setLineDash([]);
  }

  #text(item: Item, colours: TimelineColours, colour: string): void {
    const context = this.#context;
    const { font, align } = fontOf(item.style);
    context.font = font;
    context.textAlign = align;
    if (item.h === 1) {
      const width = context.measureText(item.text).width + (align === "center" ? 10 : 6);
      context.fillStyle = colours.background;
      const left = align === "center" ? item.x - width / 2 : item.x - 2;
      context.fillRect(left, item.y - 6, width, 12);
      context.fillStyle = colour;
    } else if (item.lane !== -1 && item.h !== 2) {
      // A rim of the background, so that words stay legible over arrows and lines.
      context.strokeStyle = colours.background;
      context.lineWidth = 3;
      context.lineJoin = "round";
      context.strokeText(item.text, item.x, item.y + 0.5);
    }
    context.fillText(item.text, item.x, item.y + 0.5);
  }
}

function colourOf(colours: TimelineColours, colour: Colour): string {
  return colour === "main" ? colours.text : colours[colour];
}
