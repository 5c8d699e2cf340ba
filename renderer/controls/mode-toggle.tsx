/** Threads · Coroutines · Side by side: real radio buttons under the look of a toggle, locked while a run is on. */
import type { Signal } from "@preact/signals";
import type { Lesson } from "../../lessons/lesson.ts";
import { text } from "../app/language.ts";
import { choicesOf, type ModeChoice } from "../app/mode-choice.ts";

export interface ModeToggleProps {
  readonly lesson: Lesson;
  readonly choice: Signal<ModeChoice>;
  readonly enabled: boolean;
}

export function ModeToggle({ lesson, choice, enabled }: ModeToggleProps) {
  return (
    <fieldset class="mode-toggle" disabled={!enabled} title={enabled ? undefined : text("mode.locked")}>
      <legend class="unseen">{text("mode.legend")}</legend>
      {choicesOf(lesson).map((offered) => (
        <label key={offered} data-mode={offered === "side-by-side" ? undefined : offered}>
          <input
            type="radio"
            name="mode"
            value={offered}
            checked={choice.value === offered}
            onChange={() => {
              choice.value = offered;
            }}
          />
          <span>{text(`mode.${offered}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
