/** The parameters of the next run: said in one line, changed in a popover. */

import { completeParameters } from "../../lessons/lesson.ts";
import { text } from "../app/language.ts";
import { isOn } from "../app/permitted.ts";
import type { PageState } from "../app/state.ts";
import { Icon } from "../ui/icon.tsx";
import { GilSwitch } from "./gil-switch.tsx";
import { ParameterField } from "./parameter-field.tsx";
import { ParametersSummary } from "./parameters-summary.tsx";

const popoverId = "parameters";

export function ParametersPopover({ state }: { readonly state: PageState }) {
  const { parameters } = state;
  const lesson = state.lesson.value;
  const reset = () => {
    state.gil.value = true;
    parameters.value = completeParameters(lesson, {});
  };
  return (
    <div class="parameters">
      <ParametersSummary lesson={lesson} parameters={parameters.value} />
      <button type="button" class="button plain parameters-anchor" popovertarget={popoverId}>
        <Icon name="sliders" />
        {text("parameters.open")}
      </button>
      <section id={popoverId} class="popover parameters-popover" popover="auto" aria-label={text("parameters.title")}>
        {lesson.parameters.map((parameter) => (
          <ParameterField key={parameter.name} lesson={lesson} parameter={parameter} parameters={parameters} />
        ))}
        {lesson.modes.includes("threads") && <GilSwitch gil={state.gil} />}
        {isOn(state.run.value) && <p class="hint">{text("parameters.locked")}</p>}
        <div class="popover-actions">
          <button type="button" class="button plain" onClick={reset}>
            {text("parameters.reset")}
          </button>
          <button type="button" class="button plain" popovertarget={popoverId} popovertargetaction="hide">
            {text("parameters.close")}
          </button>
        </div>
      </section>
    </div>
  );
}
