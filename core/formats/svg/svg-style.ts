/**
 * Colours and hatches of an SVG file. Each element names the light theme's colour by itself, so that any program shows
 * it; a style sheet gives the dark one to viewers that follow the reader's theme.
 */
import type { HatchStyle } from "../../timeline/display-list.ts";
import { darkPalette, lightPalette, type PaletteColour } from "../../timeline/drawing/palette.ts";
import { svgNumber } from "./svg-number.ts";

/** Side of a hatch's tile, px. */
const tile = 8;

/** Attributes that fill with a colour. */
export function fill(colour: PaletteColour): string {
  return `class="f-${colour}" fill="${lightPalette[colour]}"`;
}

/** Attributes that draw lines in a colour. */
export function stroke(colour: PaletteColour): string {
  return `class="s-${colour}" stroke="${lightPalette[colour]}"`;
}

/** Words in a colour, with a rim of the background that keeps them legible over lines. */
export function rimmed(colour: PaletteColour): string {
  const rim = `stroke="${lightPalette.background}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
  return `class="f-${colour} s-background" fill="${lightPalette[colour]}" ${rim}`;
}

/** The name by which a hatch is referred to. */
export function hatchId(style: HatchStyle, colour: PaletteColour): string {
  return `${style}-${colour}`;
}

/** The style sheet's text. */
export function styleSheet(): string {
  const rules = Object.entries(darkPalette).map(
    ([colour, value]) => `.f-${colour}{fill:${value}}.s-${colour}{stroke:${value}}`,
  );
  return `@media (prefers-color-scheme: dark){${rules.join("")}}`;
}

/** A hatch as a pattern: diagonal for what is blocked, upright for what is ready. `originX`: where time zero lies, px. */
export function hatchPattern(style: HatchStyle, colour: PaletteColour, originX: number): string {
  const place = `width="${tile}" height="${tile}" patternTransform="translate(${svgNumber(originX % tile)} 0)"`;
  const ground = `<rect width="${tile}" height="${tile}" ${fill(colour)} fill-opacity="0.13"/>`;
  const width = svgNumber(tile / (style === "ready" ? 7 : 6));
  const lines = `<path d="${style === "ready" ? "M2 0V8M6 0V8" : "M-9 9L1 -1M-1 9L9 -1M7 9L17 -1"}" ${stroke(colour)} stroke-width="${width}" stroke-opacity="0.62"/>`;
  return `<pattern id="${hatchId(style, colour)}" patternUnits="userSpaceOnUse" ${place}>${ground}${lines}</pattern>`;
}
