/**
 * What a journal holds, record by record: first the start, then producers, batches and last numbers as they came, last the end. A
 * journal without an end belongs to a recording that still runs, or whose writer died.
 */
import { list, producerIdSchema, producerSchema, z } from "../contract/schema.ts";
import type { Batch } from "../trace/batch.ts";
import type { Json } from "../trace/event.ts";
import type { ProducerId } from "../trace/ids.ts";
import { type Clock, clockKinds, type Producer } from "../trace/producer.ts";

/** The header of the recording, as far as it is known when it begins. */
export interface JournalStart {
  readonly app: string;
  readonly host: { readonly [key: string]: Json };
  readonly lesson: string;
  readonly modes: readonly string[];
  readonly parameters: { readonly [key: string]: Json };
  /** Wall-clock time of the origin, ISO 8601. */
  readonly started: string;
  /** The origin on main's monotonic clock, µs: raw stamps of clock 0 minus this are aligned ones. */
  readonly origin: number;
  readonly clocks: readonly Clock[];
}

export interface JournalEnd {
  readonly clocks: readonly Clock[];
  readonly producers: readonly Producer[];
  readonly dropped: number;
}

/** A producer said its last number: nothing more of it comes. Where main died, only such a tail is known. */
export interface JournalBye {
  readonly producer: ProducerId;
  /** −1: it wrote none. */
  readonly lastSeq: number;
}

export type JournalEntry =
  | { readonly type: "start"; readonly start: JournalStart }
  | { readonly type: "producer"; readonly producer: Producer }
  | { readonly type: "batch"; readonly batch: Batch }
  | { readonly type: "bye"; readonly bye: JournalBye }
  | { readonly type: "end"; readonly end: JournalEnd };

/** The byte that a record of each type begins with. */
export const recordType = { start: 1, producer: 2, batch: 3, end: 4, bye: 5 } as const;

/** A journal's first bytes: a name and the version of its form. */
export const journalMagic: readonly number[] = [0x53, 0x50, 0x4a, 0x0d, 0x0a, 0x1a, 0x0a, 1];

/** Bytes of one record at most: more than any batch that the contract lets through. */
export const longestRecord = 256 * 2 ** 20;

const fields = z.record(z.string(), z.json());
const clockSchema = z.strictObject({ id: z.int(), kind: z.enum(clockKinds), errorUs: z.number() });

export const startSchema: z.ZodType<JournalStart> = z.object({
  app: z.string(),
  host: fields,
  lesson: z.string(),
  modes: list(z.string()),
  parameters: fields,
  started: z.string(),
  origin: z.number(),
  clocks: list(clockSchema),
});

export const endSchema: z.ZodType<JournalEnd> = z.object({
  clocks: list(clockSchema),
  producers: list(producerSchema),
  dropped: z.int(),
});

export const byeSchema: z.ZodType<JournalBye> = z.object({ producer: producerIdSchema, lastSeq: z.int().min(-1) });
