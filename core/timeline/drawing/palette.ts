/**
 * The timeline's colours as values, in both themes, for pictures that are drawn where there is no style sheet. They are
 * those of renderer/style/tokens.css; a test compares them.
 */
import type { Colour } from "../display-list.ts";

/** Main's own lanes have the colour of text. */
export type PaletteColour = Exclude<Colour, "main">;
export type Palette = Readonly<Record<PaletteColour, string>>;

export const lightPalette: Palette = {
  threads: "#9a4f08",
  coroutines: "#09685f",
  processes: "#5f3fc8",
  text: "#1c2026",
  muted: "#555e6a",
  faint: "#5f6873",
  rule: "#dcd9d1",
  cancel: "#b82a22",
  background: "#f7f6f2",
  raised: "#eceae4",
};

export const darkPalette: Palette = {
  threads: "#f0a35e",
  coroutines: "#58c6bd",
  processes: "#a994f5",
  text: "#e8ebf0",
  muted: "#98a2b0",
  faint: "#8792a0",
  rule: "#2a333e",
  cancel: "#ff7a70",
  background: "#0f1216",
  raised: "#1f262f",
};

/** The palette's colour of an item's. */
export function paletteColour(colour: Colour): PaletteColour {
  return colour === "main" ? "text" : colour;
}
