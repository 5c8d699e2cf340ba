/**
 * Pairs of rows that one `id` joins, the second of which may arrive first. Tells each pair once it is whole; a first
 * row may have several seconds (a signal that several threads notice).
 */
import type { TraceTable } from "../../table.ts";

export class Pairs {
  readonly #firsts = new Map<number, number>();
  readonly #early = new Map<number, number[]>();
  readonly #tell: (table: TraceTable, first: number, second: number) => void;

  constructor(tell: (table: TraceTable, first: number, second: number) => void) {
    this.#tell = tell;
  }

  /** A row whose `id` names itself. */
  first(table: TraceTable, row: number): void {
    const name = idName(table, row);
    this.#firsts.set(name, row);
    for (const second of this.#early.get(name) ?? []) this.#tell(table, row, second);
    this.#early.delete(name);
  }

  /** A row whose `id` names a first row. One without an `id` is passed over. */
  second(table: TraceTable, row: number): void {
    if (table.idProducer(row) < 0) return;
    const name = idName(table, row);
    const first = this.#firsts.get(name);
    if (first !== undefined) {
      this.#tell(table, first, row);
      return;
    }
    const early = this.#early.get(name);
    if (early === undefined) this.#early.set(name, [row]);
    else early.push(row);
  }
}

/** An `id` as one number: producers fit 11 bits, their numbers 32. */
export function idName(table: TraceTable, row: number): number {
  return table.idProducer(row) * 2 ** 32 + table.idSeq(row);
}
