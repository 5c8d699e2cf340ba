/**
 * A recording as the timeline holds it: the rows, what is folded from them, and how far it has come. Each row is folded
 * once, when it arrives, whatever the order of the producers.
 */
import type { Mode } from "../contract/run.ts";
import type { Batch } from "../trace/batch.ts";
import { ArrowFold } from "../trace/folds/arrows.ts";
import { ConsoleFold } from "../trace/folds/consoles.ts";
import { EventRowFold } from "../trace/folds/event-rows.ts";
import { LineFold } from "../trace/folds/lines.ts";
import { LookHereFold } from "../trace/folds/look-here.ts";
import { LoopBlockFold } from "../trace/folds/loop-blocks.ts";
import { MomentFold } from "../trace/folds/moments.ts";
import { SeenKindFold } from "../trace/folds/seen-kinds.ts";
import { SpanFold } from "../trace/folds/spans.ts";
import { StatisticsFold } from "../trace/folds/statistics/statistics.ts";
import { StopRequestFold } from "../trace/folds/stop-requests.ts";
import { WaitForFold } from "../trace/folds/wait-for.ts";
import { Code, type LaneKind } from "../trace/kinds.ts";
import type { Lane } from "../trace/lane.ts";
import { TraceTable } from "../trace/table.ts";
import { arrangeLanes, type ShownLane } from "./lanes.ts";
import { LiveClock } from "./live-clock.ts";
import type { Extent } from "./viewport.ts";
import { Workers } from "./workers.ts";

export class Recording {
  readonly run: number;
  readonly modes: readonly Mode[];
  readonly file: string | undefined;
  readonly table = new TraceTable();
  readonly spans = new SpanFold();
  readonly arrows = new ArrowFold();
  readonly moments = new MomentFold();
  readonly consoles = new ConsoleFold();
  readonly lines = new LineFold();
  readonly statistics = new StatisticsFold();
  readonly stops = new StopRequestFold();
  readonly events = new EventRowFold();
  readonly lookHere = new LookHereFold();
  readonly blocks = new LoopBlockFold();
  readonly seen = new SeenKindFold();
  readonly waitFor = new WaitForFold();
  /** Bound on the error between the clocks, µs; undefined before the first alignment. */
  errorUs: number | undefined;
  /** Events lost, as far as their gaps have come. */
  dropped = 0;
  readonly #clock = new LiveClock();
  #end: number | undefined;
  #lanes: readonly ShownLane[] = [];
  #isArranged = true;
  #laneKinds: ReadonlySet<LaneKind> = new Set();
  readonly #workers = new Map<Mode, { readonly of: string; readonly workers: Workers }>();

  /** `file`: its name, of a recording that is read from one. */
  constructor(run: number, modes: readonly Mode[], file?: string) {
    this.run = run;
    this.modes = modes;
    this.file = file;
  }

  /** Whether it is happening now. */
  get live(): boolean {
    return this.#end === undefined && this.file === undefined;
  }

  /** Lanes that no event declares, since that event was lost. */
  declare(lanes: readonly Lane[]): void {
    for (const lane of lanes) this.table.addLane(lane);
    this.#isArranged = false;
  }

  /** The lanes from top to bottom. The same list as long as no lane was added; arranged when it is asked for. */
  get lanes(): readonly ShownLane[] {
    if (!this.#isArranged) this.#arrange();
    return this.#lanes;
  }

  /** The kinds that these lanes are of. */
  get laneKinds(): ReadonlySet<LaneKind> {
    if (!this.#isArranged) this.#arrange();
    return this.#laneKinds;
  }

  /** The lanes of one program; the same as long as none was added, came to its first line, or ended. */
  workers(mode: Mode): Workers {
    const { lanes } = this;
    const of = `${this.table.lanes.size} ${this.lines.size} ${this.spans.ended}`;
    const known = this.#workers.get(mode);
    if (known?.of === of) return known.workers;
    const shown = lanes.filter(({ lane }) => lane.runtime === mode);
    const workers = new Workers(shown, this);
    this.#workers.set(mode, { of, workers });
    return workers;
  }

  /** Takes in a batch whose stamps are aligned. `local`: µs of the local clock at its arrival. */
  take(batch: Batch, local: number): void {
    const { table } = this;
    const first = table.append(batch);
    let latest = Number.NEGATIVE_INFINITY;
    for (let row = first; row < table.length; row++) {
      latest = Math.max(latest, table.t(row));
      const kind = table.kind(row);
      if (kind === Code.laneCreated) this.#isArranged = false;
      if (kind === Code.gap) this.dropped += table.n(row) - table.seq(row) + 1;
      this.#fold(row);
    }
    this.#clock.arrived(latest, local);
  }

  /** Nothing more comes. `end` in µs since the origin; `dropped`: all events lost. */
  finish(end: number, dropped: number): void {
    this.#end = Math.max(end, this.#clock.latest);
    this.dropped = dropped;
  }

  /** Now, or the end: µs since the origin, never before it. `local`: µs of the local clock. */
  now(local: number): number {
    const clock = this.live ? this.#clock.now(local) : this.#clock.latest;
    return Math.max(0, this.#end ?? clock);
  }

  /** From the origin to `now`. What was prepared before the origin lies left of it. */
  extent(local: number): Extent {
    return { first: 0, end: this.now(local) };
  }

  #arrange(): void {
    this.#isArranged = true;
    this.#lanes = arrangeLanes(this.table.lanes, (lane) => this.spans.of(lane), this.modes);
    this.#laneKinds = new Set(this.#lanes.map(({ lane }) => lane.kind));
  }

  #fold(row: number): void {
    const { table } = this;
    this.spans.row(table, row);
    this.arrows.row(table, row);
    this.moments.row(table, row);
    this.consoles.row(table, row);
    this.lines.row(table, row);
    this.statistics.row(table, row);
    this.stops.row(table, row);
    this.events.row(table, row);
    this.lookHere.row(table, row);
    this.blocks.row(table, row);
    this.seen.row(table, row);
    this.waitFor.row(table, row);
  }
}
