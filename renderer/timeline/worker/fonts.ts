/**
 * The worker's fonts, loaded by itself: a worker does not see the page's. Inter for words, with figures of one width
 * for the axis.
 */
import interUrl from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { Style } from "../../../core/timeline/display-list.ts";
import { letteringOf } from "../../../core/timeline/drawing/lettering.ts";

/** The part of a worker's global scope that keeps fonts. */
export interface FontKeeper {
  readonly fonts: { add(font: FontFace): unknown };
}

/** Loads the fonts. What can't be loaded is left to the system's own sans serif: the picture is drawn all the same. */
export async function loadFonts(keeper: FontKeeper): Promise<void> {
  const inter = new FontFace("Inter", `url(${interUrl})`, { weight: "100 900" });
  const tabular = new FontFace("Inter Tabular", `url(${interUrl})`, { weight: "100 900", featureSettings: '"tnum" 1' });
  for (const loading of await Promise.allSettled([inter.load(), tabular.load()])) {
    if (loading.status === "fulfilled") keeper.fonts.add(loading.value);
  }
}

const fallback = "system-ui, sans-serif";

interface Font {
  /** CSS. */
  readonly font: string;
  readonly align: CanvasTextAlign;
}

const fonts = new Map<Style, Font>();

/** The CSS font of a text's style, and where its `x` is. */
export function fontOf(style: Style): Font {
  const known = fonts.get(style);
  if (known !== undefined) return known;
  const { size, weight, tabular, align } = letteringOf(style);
  const family = tabular ? `"Inter Tabular", Inter, ${fallback}` : `Inter, ${fallback}`;
  const font = { font: `${weight} ${size}px ${family}`, align };
  fonts.set(style, font);
  return font;
}
