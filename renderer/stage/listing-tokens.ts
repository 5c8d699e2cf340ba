/**
 * The kinds of words in the listings. The build puts them here in place of this file's own, empty table: see
 * scripts/build/listing-tokens-plugin.mjs. Without it listings are plain.
 */

/** Runs of so many characters of one kind; "" for plain text. */
export type LineKinds = readonly (readonly [length: number, kind: string])[];

/** By the program's whole text: its lines. */
export const listingTokens: Readonly<Record<string, readonly LineKinds[]>> = {};
