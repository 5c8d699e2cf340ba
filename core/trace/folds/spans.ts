/**
 * Fold: what every lane did. Takes the table's rows one by one, in any order of producers: a thread's `run` may come
 * before its `lane.created`, which another producer wrote.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { LaneSpans, SpanState } from "./lane-spans.ts";

export class SpanFold {
  readonly #lanes = new Map<number, LaneSpans>();

  /** The spans by lane id. */
  get lanes(): ReadonlyMap<number, LaneSpans> {
    return this.#lanes;
  }

  /** A lane's spans; undefined when nothing was heard of it. */
  of(lane: number): LaneSpans | undefined {
    return this.#lanes.get(lane);
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    switch (table.kind(row)) {
      case Code.laneCreated:
        return this.#add(table.lane(row), table, row, SpanState.created);
      case Code.laneStarted:
        return this.#add(table.lane(row), table, row, SpanState.started);
      case Code.ready:
        return this.#add(table.lane(row), table, row, SpanState.ready);
      case Code.run:
      case Code.turnBegan:
        return this.#add(table.lane(row), table, row, SpanState.running);
      case Code.wait:
        return this.#add(table.lane(row), table, row, SpanState.waiting);
      case Code.turnEnded:
        return this.#add(table.lane(row), table, row, SpanState.idle);
      case Code.lockTaken:
        return this.#add(table.other(row), table, row, SpanState.running);
      case Code.lockFreed:
        return this.#add(table.other(row), table, row, SpanState.idle);
      case Code.laneEnded:
        return this.#end(table, row);
    }
  }

  #add(lane: number, table: TraceTable, row: number, state: SpanState): void {
    this.#spans(lane).add(table.t(row), state, row);
  }

  /** A lane has one end; of two, which only a broken recording has, the first in the table counts. */
  #end(table: TraceTable, row: number): void {
    const spans = this.#spans(table.lane(row));
    if (spans.endRow >= 0) return;
    spans.end = table.t(row);
    spans.endRow = row;
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
