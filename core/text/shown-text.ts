/**
 * Text that somebody else chose (a recording's, a file's name) as it may be shown. Invariant: it does nothing to the text
 * around it. Signs that turn the order of what follows round ("Trojan Source", CVE-2021-42574) and control characters are
 * replaced by U+FFFD; tab, line end, carriage return and backspace stay, which consoles obey.
 */

/** Embeddings, overrides and isolates of direction. */
export const turning = /[\u202a-\u202e\u2066-\u2069]/g;

const unshown = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r\b])\p{Cc}/gu;

/** The text as it may be shown; itself where nothing is to be replaced. */
export function shownText(text: string): string {
  return text.replace(unshown, "\ufffd");
}

/** Plain data with each of its texts as it may be shown; the names of its fields stay. */
export function shownTexts(data: unknown): unknown {
  if (typeof data === "string") return shownText(data);
  if (Array.isArray(data)) return data.map(shownTexts);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, shownTexts(value)]));
}
