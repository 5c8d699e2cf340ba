/** The build's colours of the listings: scripts/build/listing-tokens-plugin.mjs. */
declare module "spinscope:listing-tokens" {
  /** By the program's whole text: each line as runs of so many characters of one kind; "" for plain text. */
  export const listingTokens: Readonly<
    Record<string, readonly (readonly (readonly [length: number, kind: string])[])[]>
  >;
}
