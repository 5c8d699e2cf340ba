/**
 * The pen that draws glyphs and arrows as SVG elements, in one colour.
 */
import type { PaletteColour } from "../../timeline/drawing/palette.ts";
import type { Pen } from "../../timeline/drawing/pen.ts";
import { svgNumber } from "./svg-number.ts";
import { fill, stroke } from "./svg-style.ts";

export class SvgPen implements Pen {
  lineWidth = 1;
  readonly #emit: (element: string) => void;
  readonly #colour: PaletteColour;
  /** What every element also says. */
  readonly #more: string;
  #dash = "";
  #path = "";

  constructor(colour: PaletteColour, more: string, emit: (element: string) => void) {
    this.#colour = colour;
    this.#more = more;
    this.#emit = emit;
  }

  setLineDash(segments: number[]): void {
    this.#dash = segments.length === 0 ? "" : ` stroke-dasharray="${segments.map(svgNumber).join(" ")}"`;
  }

  beginPath(): void {
    this.#path = "";
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${svgNumber(x)} ${svgNumber(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `${this.#path === "" ? "M" : "L"}${svgNumber(x)} ${svgNumber(y)}`;
  }

  bezierCurveTo(...points: [x1: number, y1: number, x2: number, y2: number, x: number, y: number]): void {
    this.#path += `C${points.map(svgNumber).join(" ")}`;
  }

  /** A full circle, as two halves. */
  arc(x: number, y: number, radius: number): void {
    const r = svgNumber(radius);
    const half = (to: number): string => `A${r} ${r} 0 1 1 ${svgNumber(to)} ${svgNumber(y)}`;
    this.#path += `M${svgNumber(x - radius)} ${svgNumber(y)}${half(x + radius)}${half(x - radius)}`;
  }

  closePath(): void {
    this.#path += "Z";
  }

  fill(): void {
    this.#emit(`<path d="${this.#path}" ${fill(this.#colour)}${this.#more}/>`);
  }

  stroke(): void {
    const width = svgNumber(this.lineWidth);
    this.#emit(
      `<path d="${this.#path}" fill="none" ${stroke(this.#colour)} stroke-width="${width}"${this.#dash}${this.#more}/>`,
    );
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const place = `x="${svgNumber(x)}" y="${svgNumber(y)}" width="${svgNumber(width)}" height="${svgNumber(height)}"`;
    this.#emit(`<rect ${place} ${fill(this.#colour)}${this.#more}/>`);
  }
}
