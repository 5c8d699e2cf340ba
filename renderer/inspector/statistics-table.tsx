/** A run's statistics, the modes side by side. A dash: it did not happen, or does not exist in that runtime. */
import type { StageMode } from "../../core/contract/worker-protocol.ts";
import { text } from "../app/language.ts";
import { measures } from "./measures.ts";

/** Below this many frames a 95th percentile is only another name for the worst. */
const fewFrames = 20;

export function StatisticsTable({ modes }: { readonly modes: readonly StageMode[] }) {
  const shown = modes.map(({ mode }) => mode);
  const named = measures.map((measure) => ({ ...measure, names: measure.names(shown) }));
  const few = modes.some(({ statistics }) => statistics.frames < fewFrames);
  return (
    <>
      <table class="statistics">
        <thead>
          <tr>
            <td />
            {modes.map(({ mode }) => (
              <th key={mode} scope="col" data-mode={mode}>
                {text(`mode.${mode}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {named
            .filter(({ names }) => names.length > 0)
            .map((measure) => (
              <tr key={measure.id} title={text(measure.hint)}>
                <th scope="row">
                  {measure.names.map(({ key, mode }) => (
                    <span key={key} data-mode={mode}>
                      {text(key)}
                    </span>
                  ))}
                </th>
                {modes.map(({ mode, statistics }) => (
                  <td key={mode}>{measure.value(statistics, mode)}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      <p class="hint">{text(few ? "statistics.small" : "statistics.sample")}</p>
    </>
  );
}
