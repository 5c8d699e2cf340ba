/** The language that the window speaks, and the one way to a text: whoever calls `text` while rendering follows it. */
import { signal } from "@preact/signals";
import {
  type Language,
  type TextKey,
  translate,
  translateReported,
  type ValuesArgument,
} from "../../core/i18n/index.ts";

export const language = signal<Language>("en");

/** The text of `key` in the window's language. */
export function text<K extends TextKey>(key: K, ...values: ValuesArgument<K>): string {
  return translate(language.value, key, ...values);
}

/** The text of a key that was chosen elsewhere. */
export function reportedText(key: TextKey, values: Readonly<Record<string, string | number>>): string {
  return translateReported(language.value, key, values);
}
