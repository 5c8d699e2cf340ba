/**
 * A display list as SVG elements: the same items that the window paints. Beside painter.ts of the page the only file
 * that knows how an item looks.
 */
import type { HatchStyle, Item } from "../../timeline/display-list.ts";
import { drawArrow, isArrow } from "../../timeline/drawing/arrows.ts";
import { drawGlyph, isGlyph } from "../../timeline/drawing/glyphs.ts";
import { letteringOf } from "../../timeline/drawing/lettering.ts";
import { type PaletteColour, paletteColour } from "../../timeline/drawing/palette.ts";
import { approximateWidth } from "../../timeline/drawing/text-width.ts";
import { svgNumber } from "./svg-number.ts";
import { SvgPen } from "./svg-pen.ts";
import { fill, hatchId, rimmed, stroke } from "./svg-style.ts";
import { xmlText } from "./xml-text.ts";

const anchors = { left: "start", right: "end", center: "middle" } as const;
/** From a line's middle down to where its letters stand, in parts of their size. */
const baseline = 0.36;

/** The hatches that a picture uses. */
export interface UsedHatch {
  readonly style: HatchStyle;
  readonly colour: PaletteColour;
}

export class SvgItems {
  readonly elements: string[] = [];
  readonly #hatches = new Map<string, UsedHatch>();

  get hatches(): Iterable<UsedHatch> {
    return this.#hatches.values();
  }

  /** An item's elements, after those before. The overview's image has none: a picture of all of it needs no overview. */
  add(item: Item): void {
    const { shape, style } = item;
    switch (shape) {
      case "image":
        return;
      case "rect":
        this.#rect(item, fill(paletteColour(item.colour)));
        return;
      case "hatch":
        if (style === "blocked" || style === "ready") this.#hatch(item, style);
        return;
      case "outline":
        this.#outline(item);
        return;
      case "line":
        this.#line(item);
        return;
      case "mark":
        if (isGlyph(style)) drawGlyph(this.#pen(item), style, item.x, item.y, item.w);
        return;
      case "arrow":
        if (isArrow(style)) drawArrow(this.#pen(item), style, item.x, item.y, item.w, item.h);
        return;
      case "text":
        this.#text(item);
    }
  }

  #pen(item: Item): SvgPen {
    return new SvgPen(paletteColour(item.colour), opacity(item), (element) => this.elements.push(element));
  }

  #rect(item: Item, paint: string): void {
    if (!(item.w > 0 && item.h > 0)) return;
    this.elements.push(`<rect ${box(item.x, item.y, item.w, item.h)} ${paint}${opacity(item)}/>`);
  }

  #hatch(item: Item, style: HatchStyle): void {
    const colour = paletteColour(item.colour);
    const id = hatchId(style, colour);
    this.#hatches.set(id, { style, colour });
    this.#rect(item, `fill="url(#${id})"`);
    if (style === "blocked") this.#edges(item, fill(colour));
  }

  /** A blocked band has edges: it stays one band where words stand on it. */
  #edges({ x, y, w, h, strength }: Item, paint: string): void {
    if (!(w > 0 && h > 0)) return;
    for (const edge of [y, y + h - 1]) {
      this.elements.push(`<rect ${box(x, edge, w, 1)} ${paint} opacity="${svgNumber(strength * 0.6)}"/>`);
    }
  }

  #outline(item: Item): void {
    const place = box(item.x + 0.5, item.y + 0.5, Math.max(1, item.w - 1), Math.max(1, item.h - 1));
    const width = item.style === "solid" ? 'stroke-width="1.5"' : 'stroke-width="1.25" stroke-dasharray="1.5 2.5"';
    const paint = stroke(paletteColour(item.colour));
    this.elements.push(`<rect ${place} fill="none" ${paint} ${width}${opacity(item)}/>`);
  }

  #line(item: Item): void {
    const pen = this.#pen(item);
    const upright = item.x === item.w;
    const x = upright ? Math.round(item.x) + 0.5 : item.x;
    pen.lineWidth = upright ? 1 : 1.5;
    if (item.style === "dotted") pen.setLineDash([1.5, 3]);
    if (item.style === "dashed") pen.setLineDash([4, 3]);
    pen.beginPath();
    pen.moveTo(x, item.y);
    pen.lineTo(upright ? x : item.w, item.h);
    pen.stroke();
  }

  #text(item: Item): void {
    const { size, weight, tabular, align } = letteringOf(item.style);
    const colour = paletteColour(item.colour);
    if (item.h === 1) this.#patch(item, align === "center");
    const place = `x="${svgNumber(item.x)}" y="${svgNumber(item.y + size * baseline)}"`;
    const letters = `font-size="${size}" font-weight="${weight}" text-anchor="${anchors[align]}"`;
    const figures = tabular ? ' style="font-variant-numeric:tabular-nums"' : "";
    const paint = item.h !== 1 && item.h !== 2 && item.lane !== -1 ? rimmed(colour) : fill(colour);
    this.elements.push(`<text ${place} ${letters}${figures} ${paint}${opacity(item)}>${xmlText(item.text)}</text>`);
  }

  /** The background behind words that lie on a bar. */
  #patch(item: Item, centred: boolean): void {
    const style = centred ? "label-centre" : "label-left";
    const width = approximateWidth(item.text, style) + (centred ? 10 : 6);
    const left = centred ? item.x - width / 2 : item.x - 2;
    this.elements.push(`<rect ${box(left, item.y - 6, width, 12)} ${fill("background")}/>`);
  }
}

function box(x: number, y: number, width: number, height: number): string {
  return `x="${svgNumber(x)}" y="${svgNumber(y)}" width="${svgNumber(width)}" height="${svgNumber(height)}"`;
}

function opacity({ strength }: Item): string {
  return strength === 1 ? "" : ` opacity="${svgNumber(strength)}"`;
}
