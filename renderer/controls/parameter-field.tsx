/**
 * One parameter's field. What is typed counts as soon as it lies within the lesson's bounds; until then the field says
 * so, and the parameter keeps its last good value, which stands in the field again once it is left.
 */
import { type Signal, useSignal } from "@preact/signals";
import type { Parameters } from "../../core/contract/run.ts";
import { completeParameters, type Lesson, type Parameter, ParameterError } from "../../lessons/lesson.ts";
import { language, text } from "../app/language.ts";

export interface ParameterFieldProps {
  readonly lesson: Lesson;
  readonly parameter: Parameter;
  readonly parameters: Signal<Parameters>;
}

export function ParameterField({ lesson, parameter, parameters }: ParameterFieldProps) {
  const typed = useSignal<string | undefined>(undefined);
  const wrong = useSignal(false);
  const id = `parameter-${parameter.name}`;
  const bounds = boundsText(parameter);
  const take = (input: HTMLInputElement) => {
    typed.value = input.value;
    const value = parameter.kind === "text" ? input.value : input.valueAsNumber;
    const next = withParameter(lesson, parameters.value, parameter.name, value);
    wrong.value = next === undefined;
    if (next !== undefined) parameters.value = next;
  };
  const leave = () => {
    typed.value = undefined;
    wrong.value = false;
  };
  return (
    <div class="field">
      <label for={id}>{lesson.words[language.value].parameters[parameter.name] ?? parameter.name}</label>
      <input
        id={id}
        {...(parameter.kind === "text"
          ? { type: "text", maxLength: parameter.longest, spellcheck: false }
          : { type: "number", min: parameter.min, max: parameter.max, step: parameter.step })}
        value={typed.value ?? String(parameters.value[parameter.name])}
        aria-invalid={wrong.value}
        aria-describedby={`${id}-bounds`}
        onInput={(event) => take(event.currentTarget)}
        onBlur={leave}
      />
      <p id={`${id}-bounds`} class={wrong.value ? "hint wrong" : "hint"}>
        {wrong.value ? text("parameters.wrong", { bounds }) : bounds}
      </p>
    </div>
  );
}

function boundsText(parameter: Parameter): string {
  switch (parameter.kind) {
    case "text":
      return text("parameters.length", { max: parameter.longest });
    case "seconds":
      return text("parameters.bounds", { min: parameter.min, max: parameter.max });
    case "count":
      return text("parameters.bounds.count", { min: parameter.min, max: parameter.max });
  }
}

/** The parameters with one of them changed; undefined when the lesson does not allow that value. */
function withParameter(lesson: Lesson, parameters: Parameters, name: string, value: string | number) {
  try {
    return completeParameters(lesson, { ...parameters, [name]: value });
  } catch (error) {
    if (error instanceof ParameterError) return undefined;
    throw error;
  }
}
