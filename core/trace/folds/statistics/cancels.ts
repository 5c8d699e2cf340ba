/**
 * How a cancelled task went: from `cancel()` to `CancelledError` at its `yield*`, from there to its end, and both
 * together. Of several requests before a delivery the first counts, as it does for asyncio. A task that was killed
 * or abandoned did not end of it, so it gives no end.
 */
import { Code, codeOf, ends } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";
import { Samples } from "./samples.ts";

const ownEnds = [codeOf(ends, "returned"), codeOf(ends, "raised"), codeOf(ends, "cancelled")];

export class CancelFold {
  /** µs, all on the cancelled lane. */
  readonly requestedDelivered = new Samples();
  readonly deliveredEnded = new Samples();
  readonly requestedEnded = new Samples();
  /** By target lane: when the oldest request that was not delivered yet was made. */
  readonly #requested = new Map<number, number>();
  readonly #delivered = new Map<number, { readonly requested: number; readonly delivered: number }>();

  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    const t = table.t(row);
    if (kind === Code.cancelRequested) {
      const target = table.other(row);
      if (!this.#requested.has(target)) this.#requested.set(target, t);
    } else if (kind === Code.cancelDelivered) this.#deliver(table.lane(row), t);
    else if (kind === Code.laneEnded) this.#end(table.lane(row), t, ownEnds.includes(table.code(row)));
  }

  #deliver(lane: number, t: number): void {
    const requested = this.#requested.get(lane);
    if (requested === undefined) return;
    this.#requested.delete(lane);
    this.requestedDelivered.add(lane, t - requested);
    this.#delivered.set(lane, { requested, delivered: t });
  }

  #end(lane: number, t: number, byItself: boolean): void {
    const last = this.#delivered.get(lane);
    this.#delivered.delete(lane);
    this.#requested.delete(lane);
    if (last === undefined || !byItself) return;
    this.deliveredEnded.add(lane, t - last.delivered);
    this.requestedEnded.add(lane, t - last.requested);
  }
}
