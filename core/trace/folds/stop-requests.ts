/**
 * Fold: requests to stop, and what became of them: a thread's signal from set to seen, a task's cancel from requested
 * to delivered. Kept by the lane that asked, since that lane's way of running may be declared later.
 */
import { isLaneId, type LaneId } from "../ids.ts";
import { Code, type Runtime } from "../kinds.ts";
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
   * What had become of the requests made in that way of running by `now`, µs; undefined when there were none. Those that
   * were noticed come before one that was not: a person's Cancel before the program's own, which finds the spinner gone.
   * `helps`: whether a lane is a helper's in its program, whose requests are not counted.
   */
  of(
    table: TraceTable,
    runtime: Runtime,
    now: number,
    helps: (lane: LaneId) => boolean = () => false,
  ): StopsTold | undefined {
    const own = (lane: number): boolean => isLaneId(lane) && table.lanes.get(lane)?.runtime === runtime && !helps(lane);
    let noticed: StopsAnswered | undefined;
    for (const [lane, answers] of this.#answers) {
      if (own(lane)) noticed = together(table, noticed, answers.by(table, now));
    }
    if (noticed !== undefined) return { kind: "noticed", ...noticed };
    let asked: number | undefined;
    for (const [lane, row] of this.#latest) {
      if (own(lane) && table.t(row) <= now && (asked === undefined || table.t(asked) < table.t(row))) asked = row;
    }
    return asked === undefined ? undefined : { kind: "asked", asked };
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
