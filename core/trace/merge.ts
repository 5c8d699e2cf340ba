/**
 * The order of time over all producers of a table: by `t`, ties by producer, then by number. Each producer's own
 * rows are in order already, so that their lists are merged; a recording in which one of them runs backwards (which
 * `check` reports) is sorted instead, so that what is written is in order of time whatever came in.
 */
import type { TraceTable } from "./table.ts";

/** The table's rows, as indexes in order of time. 4 bytes a row. */
export function timeOrder(table: TraceTable): Uint32Array {
  const lists = rowsByProducer(table);
  if (!lists.every((rows) => inOrder(table, rows))) return sorted(table);
  const heads = new Heads(table, lists);
  const order = new Uint32Array(table.length);
  for (let at = 0; at < order.length; at++) order[at] = heads.take();
  return order;
}

/** Negative, when row `a` comes before row `b`. */
function compare(table: TraceTable, a: number, b: number): number {
  return table.t(a) - table.t(b) || table.producer(a) - table.producer(b) || table.seq(a) - table.seq(b);
}

/** Each producer's rows in order of arrival. */
function rowsByProducer(table: TraceTable): readonly Uint32Array[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < table.length; row++) {
    const producer = table.producer(row);
    counts.set(producer, (counts.get(producer) ?? 0) + 1);
  }
  const lists = new Map<number, Uint32Array>();
  for (const [producer, count] of counts) lists.set(producer, new Uint32Array(count));
  counts.clear();
  for (let row = 0; row < table.length; row++) {
    const producer = table.producer(row);
    const at = counts.get(producer) ?? 0;
    const list = lists.get(producer);
    if (list !== undefined) list[at] = row;
    counts.set(producer, at + 1);
  }
  return [...lists.values()];
}

function inOrder(table: TraceTable, rows: Uint32Array): boolean {
  for (let at = 1; at < rows.length; at++) {
    if (compare(table, rows[at - 1] ?? 0, rows[at] ?? 0) > 0) return false;
  }
  return true;
}

function sorted(table: TraceTable): Uint32Array {
  return Uint32Array.from({ length: table.length }, (_, row) => row).sort((a, b) => compare(table, a, b));
}

/** The lists' first rows as a binary heap: the earliest is at the top. */
class Heads {
  readonly #table: TraceTable;
  readonly #lists: readonly Uint32Array[];
  /** Position in each list. */
  readonly #at: number[];
  /** Indexes of lists, heap-ordered by the row each has next. */
  readonly #heap: number[];

  constructor(table: TraceTable, lists: readonly Uint32Array[]) {
    this.#table = table;
    this.#lists = lists;
    this.#at = lists.map(() => 0);
    this.#heap = lists.map((_, index) => index);
    for (let at = (this.#heap.length >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  /** Removes the earliest row. There must be one. */
  take(): number {
    const list = this.#heap[0] ?? 0;
    const row = this.#row(list);
    const next = (this.#at[list] ?? 0) + 1;
    this.#at[list] = next;
    if (next >= (this.#lists[list]?.length ?? 0)) {
      const last = this.#heap.pop();
      if (last !== undefined && this.#heap.length > 0) this.#heap[0] = last;
    }
    this.#sink(0);
    return row;
  }

  #row(list: number): number {
    return this.#lists[list]?.[this.#at[list] ?? 0] ?? 0;
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#before(child, least)) least = child;
      if (least === at) return;
      const held = this.#heap[at] ?? 0;
      this.#heap[at] = this.#heap[least] ?? 0;
      this.#heap[least] = held;
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const left = this.#heap[a];
    const right = this.#heap[b];
    if (left === undefined || right === undefined) return false;
    return compare(this.#table, this.#row(left), this.#row(right)) < 0;
  }
}
