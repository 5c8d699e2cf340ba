/** A listing cut into its kinds of words: keywords, strings, names of functions, and plain text. */
import { type LineKinds, listingTokens } from "./listing-tokens.ts";
import { linesOf } from "./outline.ts";

export interface Piece {
  readonly kind: string;
  readonly text: string;
}

/** The pieces of each line of a program; of one that the build does not know, each line is one plain piece. */
export function colouredLines(source: string): readonly (readonly Piece[])[] {
  const kinds = listingTokens[source] ?? [];
  return linesOf(source).map((line, index) => piecesOf(line, kinds[index] ?? []));
}

function piecesOf(line: string, runs: LineKinds): readonly Piece[] {
  let from = 0;
  const pieces = runs.map(([length, kind]) => {
    const text = line.slice(from, from + length);
    from += length;
    return { kind, text };
  });
  return from < line.length ? [...pieces, { kind: "", text: line.slice(from) }] : pieces;
}
