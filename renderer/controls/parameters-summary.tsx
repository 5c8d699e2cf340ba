/** The parameters in one line, as the next run gets them. */
import type { Parameters } from "../../core/contract/run.ts";
import type { Lesson } from "../../lessons/lesson.ts";
import { language, text } from "../app/language.ts";

export interface ParametersSummaryProps {
  readonly lesson: Lesson;
  readonly parameters: Parameters;
}

export function ParametersSummary({ lesson, parameters }: ParametersSummaryProps) {
  const names = lesson.words[language.value].parameters;
  return (
    <dl class="parameters-summary">
      {lesson.parameters.map(({ name, kind }) => (
        <div key={name} data-kind={kind}>
          <dt>{names[name] ?? name}</dt>
          <dd>
            {String(parameters[name])}
            {kind === "seconds" && ` ${text("unit.seconds")}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
