/** Whether the threads of the next run share a global interpreter lock. */
import type { Signal } from "@preact/signals";
import { text } from "../app/language.ts";

const id = "parameter-gil";

export function GilSwitch({ gil }: { readonly gil: Signal<boolean> }) {
  return (
    <div class="field">
      <label for={id}>{text("parameters.gil")}</label>
      <input
        id={id}
        type="checkbox"
        checked={gil.value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          gil.value = event.currentTarget.checked;
        }}
      />
      <p id={`${id}-hint`} class="hint">
        {text("parameters.gil.hint")}
      </p>
    </div>
  );
}
