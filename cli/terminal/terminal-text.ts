/**
 * Text on its way to a terminal or a log. A recording's texts and the names of files are somebody else's: what would
 * steer the terminal, forge a line or turn the order of letters round is written out as an escape, as JSON writes it.
 */

/** C0 and C1 controls, format characters (direction overrides), line and paragraph separators, halves of surrogate pairs. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Joins the parts of one emoji, and of a word in Persian or Hindi. */
const joiners: ReadonlySet<string> = new Set(["\u200c", "\u200d"]);
const short: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** One line of text that a terminal shows as it is. */
export function terminalText(text: string): string {
  return text.replace(unsafe, (character) => {
    if (joiners.has(character)) return character;
    const known = short.get(character);
    if (known !== undefined) return known;
    let written = "";
    for (let i = 0; i < character.length; i++) {
      written += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
    }
    return written;
  });
}
