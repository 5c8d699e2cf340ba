/** What the rest of the project uses of the languages. */
export { milliseconds, wholeNumber } from "./quantity.ts";
export {
  isTextKey,
  type Language,
  type TextKey,
  type TextValues,
  translate,
  translateReported,
  type ValuesArgument,
} from "./translate.ts";
