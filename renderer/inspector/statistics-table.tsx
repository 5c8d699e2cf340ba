/**
 * A run's statistics: for each question the runtimes' answers one under the other. A dash: it did not happen. So few
 * values that their 95th percentile is only another name for the greatest are marked, and the mark is explained.
 */
import type { ReadonlySignal } from "@preact/signals";
import type { Stage } from "../../core/contract/worker-protocol.ts";
import { wholeNumber } from "../../core/i18n/index.ts";
import { text } from "../app/language.ts";
import { bareMilliseconds } from "./bare-milliseconds.ts";
import { type Measure, type MeasureRow, measuresOf } from "./measures.ts";

/** Below this many values there is no 95th percentile to speak of. */
const few = 20;

const titleId = "statistics-title";

export function StatisticsTable({ stage }: { readonly stage: ReadonlySignal<Stage | undefined> }) {
  const measures = measuresOf(stage.value?.modes ?? []);
  const someFew = measures.some(({ rows }) => rows.some(({ distribution: { n } }) => n > 0 && n < few));
  return (
    <>
      <h2 id={titleId}>{text("statistics.title")}</h2>
      <table class="statistics" aria-labelledby={titleId}>
        <thead>
          <tr>
            <th scope="col" class="unit">
              {text("statistics.unit")}
            </th>
            <th scope="col">{text("statistics.p50")}</th>
            <th scope="col">{text("statistics.p95")}</th>
            <th scope="col">{text("statistics.max")}</th>
            <th scope="col">{text("statistics.n")}</th>
          </tr>
        </thead>
        {measures.map((measure) => (
          <MeasureRows key={measure.id} measure={measure} />
        ))}
      </table>
      {someFew && <p class="hint">{text("statistics.few", { few })}</p>}
    </>
  );
}

function MeasureRows({ measure: { id, rows } }: { readonly measure: Measure }) {
  return (
    <tbody>
      <tr title={text(`statistics.${id}.hint`)}>
        <th scope="rowgroup" colSpan={5}>
          {text(`statistics.${id}`)}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.key + row.mode} row={row} />
      ))}
    </tbody>
  );
}

function Row({ row: { mode, key, distribution } }: { readonly row: MeasureRow }) {
  const { n, p50, p95, max } = distribution;
  return (
    <tr data-mode={mode}>
      <th scope="row">{text(key)}</th>
      <td>{n === 0 ? "–" : bareMilliseconds(p50)}</td>
      <td class={n < few ? "weak" : undefined}>{n === 0 ? "–" : bareMilliseconds(p95)}</td>
      <td>{n === 0 ? "–" : bareMilliseconds(max)}</td>
      <td>{n > 0 && n < few ? text("statistics.few-mark", { n }) : wholeNumber(n)}</td>
    </tr>
  );
}
