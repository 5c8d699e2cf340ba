/** The name, after the four frames of the spinner: one a runtime, and one for the app. */
import { text } from "./language.ts";

export function Wordmark() {
  return (
    <p class="wordmark">
      <span aria-hidden="true" class="frames">
        <span data-mode="threads">|</span>
        <span data-mode="coroutines">/</span>
        <span data-mode="processes">-</span>
        <span>{"\\"}</span>
      </span>
      {text("app.name")}
    </p>
  );
}
