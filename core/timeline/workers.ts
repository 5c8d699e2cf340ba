/**
 * The lanes of one program, sorted out once for as long as they stay the same: its process, its threads or tasks, and when
 * each of these could be seen at a source line. Which of them could be at an instant is found block by block, so that a
 * program of thousands of tasks is not gone through for each look at it.
 */
import type { LineFold } from "../trace/folds/lines.ts";
import type { SpanFold } from "../trace/folds/spans.ts";
import type { Lane } from "../trace/lane.ts";
import type { TraceTable } from "../trace/table.ts";
import type { ShownLane } from "./lanes.ts";

/** What a program's lanes are read from. */
export interface WorkerSource {
  readonly table: TraceTable;
  readonly spans: SpanFold;
  readonly lines: LineFold;
}

const blockLanes = 64;

export class Workers {
  /** The first process, if there is one. */
  readonly process: Lane | undefined;
  /** The threads or tasks, the supervisor first; or, of processes, the processes themselves. */
  readonly lanes: readonly Lane[];
  /** Whose requests to stop are the program's own: all but the supervisor's helpers. */
  readonly askers: ReadonlySet<number>;
  /** From its first line to its end each, µs; nothing where it came to no line. */
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  /** Of each block the earliest `from` and the latest `to`. */
  readonly #blockFrom: Float64Array;
  readonly #blockTo: Float64Array;

  /** `shown`: the program's lanes, from top to bottom. */
  constructor(shown: readonly ShownLane[], { table, spans, lines }: WorkerSource) {
    const all = shown.map(({ lane }) => lane);
    this.process = all.find(({ kind }) => kind === "process");
    const running = all.filter(({ kind }) => kind === "thread" || kind === "task");
    this.lanes = running.length > 0 ? running : all.filter(isProcess);
    const helpers = new Set<number>(this.lanes.slice(1).map(({ id }) => id));
    this.askers = new Set(all.flatMap(({ id }) => (helpers.has(id) ? [] : id)));
    const blocks = Math.ceil(this.lanes.length / blockLanes);
    this.#from = new Float64Array(this.lanes.length).fill(Number.POSITIVE_INFINITY);
    this.#to = new Float64Array(this.lanes.length).fill(Number.NEGATIVE_INFINITY);
    this.#blockFrom = new Float64Array(blocks).fill(Number.POSITIVE_INFINITY);
    this.#blockTo = new Float64Array(blocks).fill(Number.NEGATIVE_INFINITY);
    for (const [place, { id }] of this.lanes.entries()) {
      const first = lines.first(id);
      if (first !== undefined) this.#add(place, table.t(first), endOf(spans, id));
    }
  }

  /** Those that had come to a line by `t` (µs) and had not ended, from the top, at most so many. */
  at(t: number, most: number): readonly Lane[] {
    const found: Lane[] = [];
    for (let block = 0; block < this.#blockFrom.length && found.length < most; block++) {
      if ((this.#blockFrom[block] ?? 0) > t || (this.#blockTo[block] ?? 0) <= t) continue;
      const end = Math.min((block + 1) * blockLanes, this.lanes.length);
      for (let place = block * blockLanes; place < end && found.length < most; place++) {
        const lane = this.lanes[place];
        if (lane !== undefined && (this.#from[place] ?? 0) <= t && (this.#to[place] ?? 0) > t) found.push(lane);
      }
    }
    return found;
  }

  #add(place: number, from: number, to: number): void {
    const block = Math.floor(place / blockLanes);
    this.#from[place] = from;
    this.#to[place] = to;
    this.#blockFrom[block] = Math.min(this.#blockFrom[block] ?? from, from);
    this.#blockTo[block] = Math.max(this.#blockTo[block] ?? to, to);
  }
}

function isProcess({ kind, runtime }: Lane): boolean {
  return kind === "process" && runtime === "processes";
}

/** µs; +∞ while it is open. */
function endOf(spans: SpanFold, lane: number): number {
  const own = spans.of(lane);
  return own === undefined || own.endRow < 0 ? Number.POSITIVE_INFINITY : own.end;
}
