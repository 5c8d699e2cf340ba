/**
 * The order in which batches leave the host: no row goes before the one that creates its lane, whoever wrote that. So
 * main's journal declares the lanes of all its events at every moment, also when it ends there.
 * What creates a lane is written before what is written on it, each in its thread's own ring. A row whose lane was not
 * created by the pass after its own never will be: a full ring has dropped that. It goes then.
 * Invariant: the rows of one producer keep their order.
 */
import { type Batch, rowsOf } from "../trace/batch.ts";
import { noLane, type ProducerId } from "../trace/ids.ts";
import { Code } from "../trace/kinds.ts";

interface Waiting {
  readonly batch: Batch;
  /** It was there in the pass before already. */
  readonly isLate: boolean;
}

export class DeclaredFirst {
  readonly #isOurs: (lane: number) => boolean;
  readonly #declared = new Set<number>();
  #waiting: readonly Batch[] = [];

  /** `isOurs`: whether a lane is one that this host's producers create. */
  constructor(isOurs: (lane: number) => boolean) {
    this.#isOurs = isOurs;
  }

  /** `batches`: all that is new in all rings. Gives what can go now, in the order in which it can. */
  pass(batches: readonly Batch[]): readonly Batch[] {
    const going: Batch[] = [];
    let queue: Waiting[] = [
      ...this.#waiting.map((batch) => ({ batch, isLate: true })),
      ...batches.map((batch) => ({ batch, isLate: false })),
    ];
    for (let gone = -1; gone < going.length; ) {
      gone = going.length;
      queue = this.#letGo(queue, going);
      if (gone < going.length) continue;
      const late = queue.findIndex(({ isLate }) => isLate);
      for (const { batch } of late < 0 ? [] : queue.splice(late, 1)) {
        this.#declare(batch);
        going.push(batch);
      }
    }
    this.#waiting = queue.map(({ batch }) => batch);
    return going;
  }

  /** Moves what can go to `going`; gives what can't. */
  #letGo(queue: readonly Waiting[], going: Batch[]): Waiting[] {
    const held = new Set<ProducerId>();
    return queue.flatMap(({ batch, isLate }) => {
      if (held.has(batch.producer)) return [{ batch, isLate }];
      const rows = this.#rowsThatCan(batch);
      if (rows > 0) going.push(rowsOf(batch, 0, rows));
      if (rows === batch.count) return [];
      held.add(batch.producer);
      return [{ batch: rowsOf(batch, rows, batch.count), isLate }];
    });
  }

  /** How many rows from the first on have lanes that are created by then. */
  #rowsThatCan({ columns, count }: Batch): number {
    const { kind, lane, other, n } = columns;
    for (let row = 0; row < count; row++) {
      const on = lane[row] ?? noLane;
      const isCreated = kind[row] === Code.laneCreated;
      const parentOrLane = isCreated ? n[row] : on;
      if (!this.#isKnown(parentOrLane ?? noLane) || !this.#isKnown(other[row] ?? noLane)) return row;
      if (isCreated) this.#declared.add(on);
    }
    return count;
  }

  #isKnown(lane: number): boolean {
    return lane === noLane || this.#declared.has(lane) || !this.#isOurs(lane);
  }

  #declare({ columns, count }: Batch): void {
    for (let row = 0; row < count; row++) {
      if (columns.kind[row] === Code.laneCreated) this.#declared.add(columns.lane[row] ?? noLane);
    }
  }
}
