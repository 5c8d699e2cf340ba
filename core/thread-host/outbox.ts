/**
 * Batches on their way to main: each producer is declared before its first batch, and a batch is kept until main
 * has acknowledged it. A full outbox says so; then rings are left alone, which drop and count by themselves.
 */
import { type Batch, nextAfter } from "../trace/batch.ts";
import type { ProducerId } from "../trace/ids.ts";

/** Rows that may be unacknowledged before the outbox counts as full. */
const mostRows = 500_000;

export interface OutboxWire {
  declare(producer: ProducerId): void;
  send(batch: Batch): void;
}

export class Outbox {
  readonly #wire: OutboxWire;
  readonly #kept = new Map<ProducerId, Batch[]>();
  readonly #last = new Map<ProducerId, number>();
  #rows = 0;

  constructor(wire: OutboxWire) {
    this.#wire = wire;
  }

  get isFull(): boolean {
    return this.#rows >= mostRows;
  }

  /** Rows sent and not acknowledged. */
  get unacknowledged(): number {
    return this.#rows;
  }

  /** The last number sent of each producer that was declared. */
  get last(): readonly { readonly producer: ProducerId; readonly lastSeq: number }[] {
    return [...this.#last].map(([producer, lastSeq]) => ({ producer, lastSeq }));
  }

  send(batches: readonly Batch[]): void {
    for (const batch of batches) {
      const kept = this.#keptOf(batch.producer);
      kept.push(batch);
      this.#rows += batch.count;
      this.#last.set(batch.producer, nextAfter(batch) - 1);
      this.#wire.send(batch);
    }
  }

  /** Main has every event of `producer` below `next`. */
  acknowledge(producer: ProducerId, next: number): void {
    const kept = this.#kept.get(producer) ?? [];
    while (kept[0] !== undefined && nextAfter(kept[0]) <= next) this.#rows -= kept.shift()?.count ?? 0;
  }

  #keptOf(producer: ProducerId): Batch[] {
    const known = this.#kept.get(producer);
    if (known !== undefined) return known;
    const kept: Batch[] = [];
    this.#kept.set(producer, kept);
    this.#wire.declare(producer);
    return kept;
  }
}
