/**
 * Fold: what every lane did. Takes the table's rows one by one, in any order of producers: a thread's `run` may come
 * before its `lane.created`, which another producer wrote.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { LaneSpans, SpanState } from "./lane-spans.ts";

const stateBegunBy: ReadonlyMap<number, SpanState> = new Map<number, SpanState>([
  [Code.laneCreated, SpanState.created],
  [Code.laneStarted, SpanState.started],
  [Code.ready, SpanState.ready],
  [Code.run, SpanState.running],
  [Code.wait, SpanState.waiting],
  [Code.turnBegan, SpanState.running],
  [Code.turnEnded, SpanState.idle],
  [Code.lockTaken, SpanState.running],
  [Code.lockFreed, SpanState.idle],
]);

export class SpanFold {
  readonly #lanes = new Map<number, LaneSpans>();
  #ended = 0;

  /** The spans by lane id. */
  get lanes(): ReadonlyMap<number, LaneSpans> {
    return this.#lanes;
  }

  /** Lanes that have ended so far. */
  get ended(): number {
    return this.#ended;
  }

  /** A lane's spans; undefined when nothing was heard of it. */
  of(lane: number): LaneSpans | undefined {
    return this.#lanes.get(lane);
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.laneEnded) this.#end(table, row);
    const state = stateBegunBy.get(kind);
    if (state === undefined) return;
    const ofLock = kind === Code.lockTaken || kind === Code.lockFreed;
    this.#spans(ofLock ? table.other(row) : table.lane(row)).add(table.t(row), state, row);
  }

  /** A lane has one end; of two, which only a broken recording has, the first in the table counts. */
  #end(table: TraceTable, row: number): void {
    const spans = this.#spans(table.lane(row));
    if (spans.endRow >= 0) return;
    spans.end = table.t(row);
    spans.endRow = row;
    this.#ended += 1;
  }

  #spans(lane: number): LaneSpans {
    let spans = this.#lanes.get(lane);
    if (spans === undefined) {
      spans = new LaneSpans();
      this.#lanes.set(lane, spans);
    }
    return spans;
  }
}
