/**
 * Keys to words. Every text that a person reads goes through `translate`; a language is one flat map with the
 * same keys as English, so that a missing text is a type error. Texts are phrased so that no number needs a plural
 * ("frames: 1"), and what is put in for `{name}` is never interpreted again: neither here, nor by what shows it.
 */
import { shownText } from "../text/shown-text.ts";
import { type EnglishTexts, en } from "./en/index.ts";

export type TextKey = keyof EnglishTexts;
/** One language: a text for each key, with the placeholders that the English text has. */
export type Texts = { readonly [K in TextKey]: string };

/** The complete languages by their BCP 47 tag. */
const texts = { en } as const satisfies Record<string, Texts>;
export type Language = keyof typeof texts;

/** Names between braces in a text: `"{frames} of {all}"` has `"frames" | "all"`. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What a key's text wants put in; nothing for a text without placeholders. */
export type TextValues<K extends TextKey> = { readonly [Name in Placeholder<EnglishTexts[K]>]: string | number };
export type ValuesArgument<K extends TextKey> = [Placeholder<EnglishTexts[K]>] extends [never]
  ? []
  : [values: TextValues<K>];

/** The text of `key` in `language`, its placeholders filled in. */
export function translate<K extends TextKey>(language: Language, key: K, ...values: ValuesArgument<K>): string {
  return translateReported(language, key, values[0] ?? {});
}

/** As `translate`, for a key that another process or a fold has chosen: its values are known only at run time. */
export function translateReported(
  language: Language,
  key: TextKey,
  values: Readonly<Record<string, string | number>>,
): string {
  const text: string = texts[language][key];
  const given = new Map<string, string | number>(Object.entries(values));
  // A placeholder without a value stays readable in the text, where a person can report it.
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => shownText(String(given.get(name) ?? whole)));
}

/** Whether a string from elsewhere (a worker, a file) is a key of the texts. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
