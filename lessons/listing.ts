/**
 * A listing: a program's source as written, before the line transform, with the same program in Python. Its `file` is
 * what `line` events and `repr` name, so that the two can be held against each other.
 */
import type { Mode } from "../core/contract/run.ts";

export interface Listing {
  readonly lesson: string;
  readonly mode: Mode;
  /** As `line` events name it: `threads.ts`. */
  readonly file: string;
  readonly source: string;
  /** The same program in Python 3.11, to read and to run by itself: it is not what runs here. */
  readonly python: { readonly file: string; readonly source: string };
}
