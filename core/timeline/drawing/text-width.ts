/**
 * About how wide a text is, where nothing can measure it: from the widths of Inter's letters, a little generous, since
 * another font may stand in for it.
 */
import type { MeasureText } from "../scene.ts";
import { letteringOf } from "./lettering.ts";

/** Parts of the letters' size. */
const usual = 0.6;
const narrow = 0.34;
const capital = 0.7;
const broad = 0.92;
/** East Asian letters, emoji and whatever else is as wide as it is high. */
const full = 1.05;
/** From this weight on letters are wider. */
const bold = 600;
const narrowLetters: ReadonlySet<string> = new Set("fijlrtI.,:;'`|!()[]{}/\\ -");
const broadLetters: ReadonlySet<string> = new Set("mwMW@%&…—");

/** Width of a text in the lettering of its style, px. */
export const approximateWidth: MeasureText = (text, style) => {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  const { size, weight } = letteringOf(style);
  return width * size * (weight >= bold ? 1.08 : 1);
};

function widthOf(letter: string): number {
  if (narrowLetters.has(letter)) return narrow;
  if (broadLetters.has(letter)) return broad;
  if ((letter.codePointAt(0) ?? 0) >= 0x1100 && !/[\u2000-\u206f]/.test(letter)) return full;
  return /\p{Lu}/u.test(letter) ? capital : usual;
}
