/** The bar between the programs and the timeline: how to run, running, and with what. */
import type { Commands } from "../app/commands.ts";
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { ModeToggle } from "./mode-toggle.tsx";
import { ParametersPopover } from "./parameters-popover.tsx";
import { RunButtons } from "./run-buttons.tsx";

export interface ControlsProps {
  readonly state: PageState;
  readonly commands: Commands;
}

export function Controls({ state, commands }: ControlsProps) {
  return (
    <section class="controls" aria-label={text("region.controls")}>
      <ModeToggle lesson={state.lesson.value} choice={state.choice} enabled={state.may.value.choose} />
      <RunButtons state={state} commands={commands} />
      <ParametersPopover state={state} />
    </section>
  );
}
