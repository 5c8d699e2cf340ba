/**
 * The requests to stop of one lane that were noticed, in the order in which that happened, so that for any instant it is
 * known how many there were by then and which of them had waited longest.
 */
import type { TraceTable } from "../table.ts";

export interface StopRequest {
  /** The row that asked. */
  readonly asked: number;
  /** The row in which it was noticed. */
  readonly noticed: number;
}

export interface StopsAnswered {
  readonly count: number;
  readonly slowest: StopRequest;
}

export class StopAnswers {
  readonly #answers: StopRequest[] = [];
  /** At each place the slowest of the answers up to there; for those that were put in order. */
  #slowest: StopRequest[] = [];

  /** Takes one in; nearly always the latest, and where it is not, all are judged again when somebody asks. */
  add(table: TraceTable, answer: StopRequest): void {
    const last = this.#answers.at(-1);
    if (last !== undefined && table.t(last.noticed) > table.t(answer.noticed)) this.#slowest = [];
    this.#answers.push(answer);
  }

  #settle(table: TraceTable): void {
    if (this.#slowest.length === this.#answers.length) return;
    if (this.#slowest.length === 0) this.#answers.sort((a, b) => table.t(a.noticed) - table.t(b.noticed));
    for (const own of this.#answers.slice(this.#slowest.length)) {
      const before = this.#slowest.at(-1);
      this.#slowest.push(before !== undefined && duration(table, before) >= duration(table, own) ? before : own);
    }
  }

  /** Those noticed by `now`, µs; undefined for none. */
  by(table: TraceTable, now: number): StopsAnswered | undefined {
    this.#settle(table);
    const count = this.#upTo(table, now);
    const slowest = this.#slowest[count - 1];
    return slowest === undefined ? undefined : { count, slowest };
  }

  #upTo(table: TraceTable, t: number): number {
    let low = 0;
    let high = this.#answers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const answer = this.#answers[middle];
      if (answer !== undefined && table.t(answer.noticed) <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** From the request to its notice, µs. */
export function duration(table: TraceTable, { asked, noticed }: StopRequest): number {
  return table.t(noticed) - table.t(asked);
}
