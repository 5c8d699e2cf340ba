/**
 * The worker's fonts, loaded by itself: a worker does not see the page's. Inter for words, with figures of one width
 * for the axis.
 */
import interUrl from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { Style } from "../../../core/timeline/display-list.ts";

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
const fonts = {
  strong: `600 12.5px Inter, ${fallback}`,
  name: `450 12.5px Inter, ${fallback}`,
  label: `450 11.5px Inter, ${fallback}`,
  axis: `400 11.5px "Inter Tabular", Inter, ${fallback}`,
} as const;
const aligns = { left: "left", right: "right", centre: "center" } as const;

interface Lettering {
  readonly font: string;
  readonly align: CanvasTextAlign;
}

const letterings: ReadonlyMap<string, Lettering> = new Map(
  Object.entries(fonts).flatMap(([rank, font]) =>
    Object.entries(aligns).map(([place, align]): [string, Lettering] => [`${rank}-${place}`, { font, align }]),
  ),
);
const plain: Lettering = { font: `400 12px ${fallback}`, align: "left" };

/** The CSS font of a text's style, and where its `x` is. */
export function letteringOf(style: Style): Lettering {
  return letterings.get(style) ?? plain;
}
