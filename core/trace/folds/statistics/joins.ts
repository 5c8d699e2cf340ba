/**
 * Joins that ended with the other's end: how long the joiner waited, and how soon after that end it went on. The
 * other's end may arrive after the join's, since another producer wrote it.
 */
import { Code, codeOf, joinEnds } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";
import { Samples } from "./samples.ts";

const ended = codeOf(joinEnds, "ended");

export class JoinFold {
  /** µs from `join.began` to `join.ended`, on the joiner. */
  readonly waited = new Samples();
  /** µs from the joined lane's end to `join.ended`, on the joiner. */
  readonly latency = new Samples();
  /** By joiner and target: when the join began. */
  readonly #began = new Map<string, number>();
  readonly #laneEnds = new Map<number, number>();
  /** By target: joins that ended before its end was heard of. */
  readonly #early = new Map<number, number[]>();

  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.joinBegan) this.#began.set(`${table.lane(row)} ${table.other(row)}`, table.t(row));
    else if (kind === Code.joinEnded) this.#joined(table, row);
    else if (kind === Code.laneEnded) this.#laneEnded(table, row);
  }

  #joined(table: TraceTable, row: number): void {
    const key = `${table.lane(row)} ${table.other(row)}`;
    const began = this.#began.get(key);
    this.#began.delete(key);
    if (table.code(row) !== ended) return;
    if (began !== undefined) this.waited.add(table.lane(row), table.t(row) - began);
    const target = table.other(row);
    const end = this.#laneEnds.get(target);
    const early = this.#early.get(target);
    if (end !== undefined) this.latency.add(table.lane(row), table.t(row) - end);
    else if (early !== undefined) early.push(row);
    else this.#early.set(target, [row]);
  }

  #laneEnded(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    if (this.#laneEnds.has(lane)) return;
    this.#laneEnds.set(lane, table.t(row));
    for (const join of this.#early.get(lane) ?? []) this.latency.add(table.lane(join), table.t(join) - table.t(row));
    this.#early.delete(lane);
  }
}
