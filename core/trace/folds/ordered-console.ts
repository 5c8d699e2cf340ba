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

export class OrderedConsole {
  readonly #table: TraceTable;
  readonly #writes = new TimeIndex();
  #console = new Console();
  #applied = 0;
  #checkpoints: Checkpoint[] = [];

  constructor(table: TraceTable) {
    this.#table = table;
  }

  /** Takes in one `output` row. */
  add(row: number): void {
    const t = this.#table.t(row);
    if (this.#applied > 0 && t < this.#writes.time(this.#applied - 1)) this.#goBack(t);
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

  /** What it showed at `t` (µs), writes at `t` included. */
  at(t: number): Console {
    const console = new Console();
    for (let write = 0; this.#writes.time(write) <= t; write++) {
      console.write(this.#table.text(this.#writes.row(write)));
    }
    return console;
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
