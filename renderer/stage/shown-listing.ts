/** Which text a card's listing shows: the program as it runs, or the same program in Python, which does not run here. */
import type { Mode } from "../../core/contract/run.ts";
import { listingOf } from "../../lessons/listings.ts";
import type { ListingLanguage } from "../app/state.ts";
import { linesOf } from "./outline.ts";

export interface ShownListing {
  readonly mode: Mode;
  readonly language: ListingLanguage;
  readonly file: string;
  readonly source: string;
  readonly lines: readonly string[];
}

/** The line numbers of one listing from row to row; undefined where the row belongs to the other program alone. */
export type Rows = readonly (number | undefined)[];

/** The listing of a lesson's program in one mode; undefined when the lesson has none. */
export function shownListing(lesson: string, mode: Mode, language: ListingLanguage): ShownListing | undefined {
  const listing = listingOf(lesson, mode);
  if (listing === undefined) return undefined;
  const { file, source } = language === "python" ? listing.python : listing;
  return { mode, language, file, source, lines: linesOf(source) };
}
