/**
 * Durations measured on lanes, kept whole so that their percentiles are exact. They are kept by lane and summed up by
 * way of running when asked, since a lane's declaration may come after its first measurements.
 */
import { isLaneId } from "../../ids.ts";
import type { Runtime } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";

/** Durations in µs. Percentiles by nearest rank: each is one of the measured values. */
export interface Summary {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export class Samples {
  readonly #lanes = new Map<number, number[]>();

  /** One duration in µs, measured on `lane`. */
  add(lane: number, duration: number): void {
    const known = this.#lanes.get(lane);
    if (known === undefined) this.#lanes.set(lane, [duration]);
    else known.push(duration);
  }

  /** Over all lanes of one way of running; null when nothing was measured there. */
  of(table: TraceTable, runtime: Runtime): Summary | null {
    const lists: (readonly number[])[] = [];
    for (const [lane, own] of this.#lanes) {
      if (isLaneId(lane) && table.lanes.get(lane)?.runtime === runtime) lists.push(own);
    }
    return summarize(lists.flat());
  }
}

/** The exact summary of a list of durations; null for an empty one. */
export function summarize(durations: readonly number[]): Summary | null {
  if (durations.length === 0) return null;
  const sorted = Float64Array.from(durations).sort();
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, p50: rank(0.5), p95: rank(0.95), max: rank(1) };
}
