/**
 * How each rank of text is lettered, for every way of drawing it.
 */
import type { Style } from "../display-list.ts";

export interface Lettering {
  /** px. */
  readonly size: number;
  readonly weight: number;
  /** Figures of one width. */
  readonly tabular: boolean;
  /** Where the text's `x` is. */
  readonly align: "left" | "right" | "center";
}

const ranks = {
  strong: { size: 12.5, weight: 600, tabular: false },
  name: { size: 12.5, weight: 450, tabular: false },
  label: { size: 11.5, weight: 450, tabular: false },
  axis: { size: 11.5, weight: 400, tabular: true },
} as const;
const aligns = { left: "left", right: "right", centre: "center" } as const;

const letterings: ReadonlyMap<string, Lettering> = new Map(
  Object.entries(ranks).flatMap(([rank, letters]) =>
    Object.entries(aligns).map(([place, align]): [string, Lettering] => [`${rank}-${place}`, { ...letters, align }]),
  ),
);
const plain: Lettering = { size: 12, weight: 400, tabular: false, align: "left" };

/** The lettering of a text's style. */
export function letteringOf(style: Style): Lettering {
  return letterings.get(style) ?? plain;
}
