/**
 * The events in sight as a table, for whoever reads rather than looks. It is asked of the timeline's worker only while
 * it is open. One stop of the Tab key; arrows go from row to row.
 */
import { useEffect } from "preact/hooks";
import type { EventTable as Events } from "../../core/contract/timeline-selection.ts";
import { milliseconds, wholeNumber } from "../../core/i18n/index.ts";
import { text } from "../app/language.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { moveFocus } from "../ui/arrow-keys.ts";
import { bareSeconds } from "./instant.ts";

export function EventTable({ timeline }: { readonly timeline: TimelineClient }) {
  const table = timeline.table.value;
  useEffect(() => () => timeline.showTable(false), [timeline]);
  return (
    <details class="events" onToggle={(event) => timeline.showTable(event.currentTarget.open)}>
      <summary>{text("events.title")}</summary>
      {table === undefined || table.rows.length === 0 ? (
        <p class="hint">{text("events.waiting")}</p>
      ) : (
        <Rows table={table} timeline={timeline} />
      )}
    </details>
  );
}

function Rows({ table, timeline }: { readonly table: Events; readonly timeline: TimelineClient }) {
  const { from, to, total, rows } = table;
  return (
    <table>
      <caption class="hint">
        {text(rows.length < total ? "events.caption.first" : "events.caption", {
          from: milliseconds(from / 1_000),
          to: milliseconds(to / 1_000),
          shown: wholeNumber(rows.length),
          total: wholeNumber(total),
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="event-cell">
            {text("events.at")}
          </th>
          <th scope="col" class="event-cell">
            {text("events.what")}
          </th>
          <th scope="col" class="event-cell">
            {text("events.lasts")}
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={(event) => moveFocus(event, event.currentTarget)}>
        {rows.map(({ ref, at, lane, runtime, what, lasts }, row) => (
          <tr key={JSON.stringify(ref)}>
            <td class="event-cell">{bareSeconds(at)}</td>
            <td data-mode={runtime} class="event-cell">
              <span class="of-runtime">{lane}</span>
              <button type="button" class="link" tabIndex={row === 0 ? 0 : -1} onClick={() => timeline.select(ref)}>
                {what}
              </button>
            </td>
            <td class="event-cell">{lasts === undefined ? "" : milliseconds(lasts / 1_000)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
