/**
 * Text that somebody else chose as text of an XML 1.0 document. Invariant: whatever it was, the document stays well
 * formed, and no element or attribute comes of it.
 */
import { turning } from "../../text/shown-text.ts";

/** What XML has no place for, or only discourages: control characters, halves of surrogate pairs, non-characters. */
const unfit = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** `text` between tags or in an attribute; what XML can't hold is shown as U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\t\n\r]/g, " ")
    .replace(unfit, "\ufffd")
    .replace(turning, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities.get(character) ?? "");
}
