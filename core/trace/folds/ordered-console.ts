/**
 * A console fed by several producers whose batches arrive one after the other: writes are kept in order of time,
 * and one that arrives late is put in its place by going back to a state before it. Invariant: the text is the one
 * that the writes give in order of time, whatever their order of arrival.
 */
import type { TraceTable } from "../table.ts";
import { Console } from "./console.ts";
import { TimeIndex } from "./time-index.ts";

interface Checkpoint {
  /** Writes applied. */
  readonly applied: number;
  readonly console: Console;
}

/** Writes between two checkpoints, and how many checkpoints are kept beside the empty start. */
const stride = 256;
const kept = 8;
/** Writes between two states that are kept for looking back. */
const replayStride = 8_192;

export class OrderedConsole {
  readonly #table: TraceTable;
  readonly #writes = new TimeIndex();
  #console = new Console();
  #applied = 0;
  #checkpoints: Checkpoint[] = [];
  /** For looking back: states along the way, by the writes applied, and the last one that was asked for. */
  readonly #replays = new Map<number, Console>();
  #replayed: Checkpoint = { applied: 0, console: new Console() };

  constructor(table: TraceTable) {
    this.#table = table;
  }

  /** Takes in one `output` row. */
  add(row: number): void {
    const t = this.#table.t(row);
    if (this.#applied > 0 && t < this.#writes.time(this.#applied - 1)) this.#goBack(t);
    if (this.#replayed.applied > 0 && t < this.#writes.time(this.#replayed.applied - 1)) this.#forgetReplays();
    this.#writes.add(t, row);
  }

  /** What the console shows after every write so far. */
  get console(): Console {
    for (; this.#applied < this.#writes.length; this.#applied++) {
      if (this.#applied % stride === 0 && this.#applied > 0) this.#save();
      this.#console.write(this.#table.text(this.#writes.row(this.#applied)));
    }
    return this.#console;
  }

  /** What it showed at `t` (µs), writes at `t` included. Cheap for a `t` near the one asked for before. */
  at(t: number): Console {
    const writes = this.#countUntil(t);
    let { applied, console } = this.#replayFrom(writes);
    for (; applied < writes; applied++) {
      if (applied % replayStride === 0 && applied > 0) this.#replays.set(applied, console.copy());
      console.write(this.#table.text(this.#writes.row(applied)));
    }
    this.#replayed = { applied, console };
    return console.copy();
  }

  #countUntil(t: number): number {
    let count = this.#writes.firstFrom(t);
    while (this.#writes.time(count) <= t) count += 1;
    return count;
  }

  /** The latest state known from before so many writes; its console may be written to. */
  #replayFrom(writes: number): Checkpoint {
    const saved = Math.floor(writes / replayStride) * replayStride;
    if (this.#replayed.applied <= writes && this.#replayed.applied >= saved) return this.#replayed;
    for (let applied = saved; applied > 0; applied -= replayStride) {
      const console = this.#replays.get(applied);
      if (console !== undefined) return { applied, console: console.copy() };
    }
    return this.#replayed.applied <= writes ? this.#replayed : { applied: 0, console: new Console() };
  }

  /** A write came that belongs before what was looked back at. */
  #forgetReplays(): void {
    this.#replays.clear();
    this.#replayed = { applied: 0, console: new Console() };
  }

  #save(): void {
    if (this.#checkpoints.some(({ applied }) => applied === this.#applied)) return;
    this.#checkpoints.push({ applied: this.#applied, console: this.#console.copy() });
    if (this.#checkpoints.length > kept) this.#checkpoints.shift();
  }

  /** To the last state in which nothing later than `t` was applied. */
  #goBack(t: number): void {
    this.#checkpoints = this.#checkpoints.filter(({ applied }) => this.#writes.time(applied - 1) <= t);
    const last = this.#checkpoints.at(-1);
    this.#console = last?.console.copy() ?? new Console();
    this.#applied = last?.applied ?? 0;
  }
}
