/**
 * A batch with its times aligned: same rows, `t` in µs since the recording's origin, and when a timer is due with it.
 */
import type { Batch } from "../trace/batch.ts";
import { hasDueTime } from "../trace/clock/row-times.ts";
import { Code } from "../trace/kinds.ts";
import type { ClockAlignment } from "./clock-alignment.ts";

/** A copy of the batch with its times mapped; the batch itself keeps its raw stamps for the journal. */
export function alignBatch(batch: Batch, toMain: (raw: number) => number): Batch {
  const { kind, t: raw } = batch.columns;
  const t = raw.map(toMain);
  // What is still to come moves with its row: mapping it would teach a live alignment of a future that may not be so.
  const n = batch.columns.n.map((due, row) =>
    hasDueTime(kind[row] ?? 0) ? due - (raw[row] ?? 0) + (t[row] ?? 0) : due,
  );
  return { ...batch, columns: { ...batch.columns, t, n } };
}

/** Gives the alignment the exchanges that a batch carries. */
export function learnExchanges(batch: Batch, alignment: Pick<ClockAlignment, "add">): boolean {
  let learnt = false;
  const { kind, n, text } = batch.columns;
  for (let row = 0; row < batch.count; row++) {
    if (kind[row] !== Code.clock) continue;
    const exchange = parsed(batch.texts[text[row] ?? -1] ?? "");
    if (!isMainAndTrip(exchange)) continue;
    alignment.add({ raw: n[row] ?? 0, main: exchange.main, rtt: exchange.rtt });
    learnt = true;
  }
  return learnt;
}

/** A page may send anything as text: what is no JSON is no exchange. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMainAndTrip(value: unknown): value is { readonly main: number; readonly rtt: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "main" in value &&
    typeof value.main === "number" &&
    "rtt" in value &&
    typeof value.rtt === "number"
  );
}
