/**
 * A run's statistics: for each question the runtimes' answers one under the other. A dash: it has not happened yet; what
 * never did is left out once the run has ended. Of few values there is no 95th percentile to tell: their number is marked.
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
  const { modes = [], live = false } = stage.value ?? {};
  const measures = measuresOf(modes, live);
  const someFew = measures.some(({ rows }) => rows.some(({ distribution: { n } }) => n > 0 && n < few));
  return (
    <>
      <h2 id={titleId}>{text("statistics.title")}</h2>
      <table class="statistics" aria-labelledby={titleId}>
        <thead>
          <tr>
            <td />
            <th scope="col">{text("statistics.p50")}</th>
            <th scope="col">{text("statistics.p95")}</th>
            <th scope="col">{text("statistics.max")}</th>
            <th scope="col" class="count">
              {text("statistics.n")}
            </th>
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
      <td>{n < few ? "" : bareMilliseconds(p95)}</td>
      <td>{n === 0 ? "–" : bareMilliseconds(max)}</td>
      <td class={n > 0 && n < few ? "count few" : "count"}>{wholeNumber(n)}</td>
    </tr>
  );
}
