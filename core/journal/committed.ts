/**
 * What the writer of a journal knows to be in it, counted batch by batch: the measure by which a reader tells whether it
 * got all of it back. A disk can lose what it took, and a reader that stops early looks like one that is done.
 */
import { producerSchema, z } from "../contract/schema.ts";
import { type Batch, nextAfter } from "../trace/batch.ts";
import type { ProducerId } from "../trace/ids.ts";
import type { Producer } from "../trace/producer.ts";
import { endSchema, type JournalEnd, type JournalStart, startSchema } from "./journal-entry.ts";

/** A producer as it was declared, and the number after its last committed one; after its last one of all, once the disk is full. */
export interface CommittedProducer {
  readonly producer: Producer;
  readonly next: number;
}

export interface Committed {
  /** Rows of all batches. */
  readonly events: number;
  /** Empty where only the number of events is known. */
  readonly producers: readonly CommittedProducer[];
  /** What its first record says, where that is known. */
  readonly start?: JournalStart | undefined;
  /** What its last record says, once that was written. */
  readonly end?: JournalEnd | undefined;
}

/** As it goes to a thread that reads the journal. */
export const committedSchema: z.ZodType<Committed> = z.strictObject({
  events: z.int().min(0),
  producers: z.array(z.strictObject({ producer: producerSchema, next: z.int().min(0) })),
  start: startSchema.optional(),
  end: endSchema.optional(),
});

/** Counts what was appended. */
export class CommittedCount {
  #events = 0;
  readonly #producers = new Map<ProducerId, CommittedProducer>();
  #start: JournalStart | undefined;
  #end: JournalEnd | undefined;

  /** The first record is in the journal. */
  start(start: JournalStart): void {
    this.#start = start;
  }

  /** The producer's declaration is in the journal. */
  producer(producer: Producer): void {
    this.#producers.set(producer.id, { producer, next: this.#producers.get(producer.id)?.next ?? 0 });
  }

  /** The batch is in the journal. */
  append(batch: Batch): void {
    this.#events += batch.count;
    this.#pass(batch);
  }

  /** The batch is not in the journal, and nothing that comes after it will be. */
  lose(batch: Batch): void {
    this.#pass(batch);
  }

  /** The last record is in the journal. */
  end(end: JournalEnd): void {
    this.#end = end;
  }

  /** What is committed so far. */
  get value(): Committed {
    return { events: this.#events, producers: [...this.#producers.values()], start: this.#start, end: this.#end };
  }

  #pass(batch: Batch): void {
    const known = this.#producers.get(batch.producer);
    if (known !== undefined) this.#producers.set(batch.producer, { ...known, next: nextAfter(batch) });
  }
}
