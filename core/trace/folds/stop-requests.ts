/**
 * Fold: requests to stop, and what became of them: a thread's signal from set to seen, a task's cancel from requested
 * to delivered. Kept by the lane that asked.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { Pairs } from "./statistics/pairs.ts";
import { duration, StopAnswers, type StopsAnswered } from "./stop-answers.ts";

/** What there is to say of a program's requests to stop: that some were noticed, or else that one was made. */
export type StopsTold =
  | ({ readonly kind: "noticed" } & StopsAnswered)
  /** `asked`: the row of the latest request. */
  | { readonly kind: "asked"; readonly asked: number };

export class StopRequestFold {
  readonly #latest = new Map<number, number>();
  readonly #answers = new Map<number, StopAnswers>();
  readonly #pairs = new Pairs((table, asked, noticed) => this.#noticed(table, asked, noticed));

  /**
   * What had become of the requests that `askers` made by `now`, µs; undefined when there were none. Those that were
   * noticed come before one that was not: a person's Cancel before the program's own, which finds the spinner gone.
   */
  of(table: TraceTable, askers: ReadonlySet<number>, now: number): StopsTold | undefined {
    let noticed: StopsAnswered | undefined;
    let asked: number | undefined;
    for (const lane of this.#amongThoseWhoAsked(askers)) {
      noticed = together(table, noticed, this.#answers.get(lane)?.by(table, now));
      const row = this.#latest.get(lane);
      if (row === undefined || table.t(row) > now) continue;
      if (asked === undefined || table.t(asked) < table.t(row)) asked = row;
    }
    if (noticed !== undefined) return { kind: "noticed", ...noticed };
    return asked === undefined ? undefined : { kind: "asked", asked };
  }

  /** Of a few lanes among many that asked, or of many among a few, only the few are gone through. */
  *#amongThoseWhoAsked(askers: ReadonlySet<number>): Generator<number, void> {
    const [fewer, others] = askers.size < this.#latest.size ? [askers, this.#latest] : [this.#latest, askers];
    for (const lane of fewer.keys()) if (others.has(lane)) yield lane;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.signalSet || kind === Code.cancelRequested) {
      this.#asked(table, row);
      this.#pairs.first(table, row);
    } else if (kind === Code.signalSeen || kind === Code.cancelDelivered) this.#pairs.second(table, row);
  }

  #asked(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    const before = this.#latest.get(lane);
    if (before === undefined || table.t(before) <= table.t(row)) this.#latest.set(lane, row);
  }

  #noticed(table: TraceTable, asked: number, noticed: number): void {
    const lane = table.lane(asked);
    let answers = this.#answers.get(lane);
    if (answers === undefined) {
      answers = new StopAnswers();
      this.#answers.set(lane, answers);
    }
    answers.add(table, { asked, noticed });
  }
}

function together(
  table: TraceTable,
  one: StopsAnswered | undefined,
  other: StopsAnswered | undefined,
): StopsAnswered | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const slowest = duration(table, one.slowest) >= duration(table, other.slowest) ? one.slowest : other.slowest;
  return { count: one.count + other.count, slowest };
}
