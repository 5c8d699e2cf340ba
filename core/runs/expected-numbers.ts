/**
 * Watches the numbers of the producers of one run: what is new is let through once, what was sent again is
 * dropped, and a hole is filled with its one gap. Invariant: what it lets through of a producer is numbered
 * 0, 1, 2 … or covered by gaps.
 */
import { type Batch, nextAfter } from "../trace/batch.ts";
import { gapBatch } from "../trace/gap.ts";
import type { ProducerId } from "../trace/ids.ts";
import { Code } from "../trace/kinds.ts";

export class ExpectedNumbers {
  /** Events lost so far, all gaps together. */
  dropped = 0;
  readonly #next = new Map<ProducerId, number>();
  readonly #last = new Map<ProducerId, { readonly t: number; readonly lane: number }>();

  /** The number that this producer's next batch must start with. */
  next(producer: ProducerId): number {
    return this.#next.get(producer) ?? 0;
  }

  /** The batches to keep: none for one sent again, a gap before one that leaves a hole. */
  admit(batch: Batch): readonly Batch[] {
    const expected = this.next(batch.producer);
    if (batch.from < expected) return [];
    const kept = batch.from > expected ? [this.#fillBefore(batch), batch] : [batch];
    if (batch.columns.kind[0] === Code.gap) this.dropped += nextAfter(batch) - batch.from;
    this.#next.set(batch.producer, nextAfter(batch));
    const last = batch.count - 1;
    this.#last.set(batch.producer, { t: batch.columns.t[last] ?? 0, lane: batch.columns.lane[last] ?? 0 });
    return kept;
  }

  /** The producer said `last` was its last number: the gap that is missing up to there, if one is. */
  close(producer: ProducerId, last: number): Batch | undefined {
    if (this.next(producer) > last) return undefined;
    return this.#fill(producer, last, "the producer ended before they arrived");
  }

  /** The gap before a batch. Where nothing came of the producer before, the gap stands where the batch begins. */
  #fillBefore({ producer, from, columns }: Batch): Batch {
    if (!this.#last.has(producer)) this.#last.set(producer, { t: columns.t[0] ?? 0, lane: columns.lane[0] ?? 0 });
    return this.#fill(producer, from - 1, "lost on the way to main");
  }

  #fill(producer: ProducerId, to: number, reason: string): Batch {
    const from = this.next(producer);
    const stamp = this.#last.get(producer) ?? { t: 0, lane: 0 };
    this.dropped += to - from + 1;
    this.#next.set(producer, to + 1);
    return gapBatch(producer, from, to, stamp.t, stamp.lane, reason);
  }
}
