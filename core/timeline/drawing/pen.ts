/**
 * What glyphs and arrows are drawn with: the part of a canvas's context that they need, so that a canvas and an SVG file
 * show the same shapes. Places and lengths in CSS pixels; the colour is whatever is set.
 */
export interface Pen {
  lineWidth: number;
  setLineDash(segments: number[]): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  /** Only full circles are drawn: from 0 to 2π. */
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
}
