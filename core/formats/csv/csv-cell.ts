/**
 * One cell of a CSV file (RFC 4180) whose text somebody else chose. Invariants: a spreadsheet takes it for text, never
 * for a formula, also one that splits at semicolons or tabs (OWASP, "CSV Injection"); it is one line of printable
 * characters; `cellText` gives the text back exactly.
 */

/** What begins a formula somewhere, its full-width forms too; and the mark itself, so that it can be taken off again. */
const beginsFormula = /^(?:'|\s*[=+\-@＝＋－＠])/;
/**
 * Written as JSON writes them: control and format characters (they steer terminals, or turn the order of a text round),
 * line and paragraph separators, halves of surrogate pairs, the backslash itself, and `;`, which splits cells elsewhere.
 */
const escaped = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\;]/gu;
const short: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
]);

/** The cell that holds `text`. */
export function textCell(text: string): string {
  const plain = text.replace(escaped, escapeOf);
  const guarded = beginsFormula.test(plain) ? `'${plain}` : plain;
  return /[",]|^ | $/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The text of a cell, as a CSV parser gives it. */
export function cellText(cell: string): string {
  const plain = cell.startsWith("'") ? cell.slice(1) : cell;
  return plain.replaceAll(/\\(?:u([0-9a-f]{4})|([\\btnfr]))/g, (whole, code: string | undefined) =>
    code === undefined ? (unescaped.get(whole) ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const unescaped: ReadonlyMap<string, string> = new Map([...short].map(([character, written]) => [written, character]));

function escapeOf(character: string): string {
  const known = short.get(character);
  if (known !== undefined) return known;
  let written = "";
  for (let i = 0; i < character.length; i++) written += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  return written;
}
