/**
 * zod, set up once for a page under a strict Content Security Policy, and the pieces that several messages
 * share. Import `z` from here only: with code generation on, zod's first parse would be a CSP violation.
 */
import { z } from "zod";
import type { Batch } from "../trace/batch.ts";
import type { Columns } from "../trace/columns.ts";
import { type EventRef, isLaneId, isProducerId, type LaneId, type ProducerId } from "../trace/ids.ts";
import { laneKinds, runtimes } from "../trace/kinds.ts";
import type { Lane } from "../trace/lane.ts";
import { type Producer, roles } from "../trace/producer.ts";

z.config({ jitless: true });

export { z };

export const producerIdSchema = z.custom<ProducerId>((value) => typeof value === "number" && isProducerId(value));
export const laneIdSchema = z.custom<LaneId>((value) => typeof value === "number" && isLaneId(value));
/** The last number that an event of a producer can have. */
export const lastNumber = 0xffff_ffff;
export const seqSchema = z.int().min(0).max(lastNumber);
export const eventRefSchema: z.ZodType<EventRef> = z.tuple([producerIdSchema, seqSchema]);

export const producerSchema: z.ZodType<Producer> = z.strictObject({
  id: producerIdSchema,
  role: z.enum(roles),
  pid: z.int().min(0),
  thread: z.int().min(0),
  epoch: z.int().min(0),
  clock: z.int().min(0),
  tail: z.enum(["known", "unknown"]),
});

export const laneSchema: z.ZodType<Lane> = z.strictObject({
  id: laneIdSchema,
  kind: z.enum(laneKinds),
  name: z.string(),
  parent: z.exactOptional(laneIdSchema),
  runtime: z.enum(runtimes),
});

/** Rows that one batch may carry: what a hostile or broken peer can make main hold at once is bounded. */
export const rowsPerBatch = 65_536;
/** Characters of one text at most. */
export const longestText = 65_536;

/**
 * An array of `least` to `most` items, each checked after the one before it was: a bad one ends the check. An array of zod's own collects every
 * fault, and one of a million faults is a gigabyte.
 */
export function list<Item>(item: z.ZodType<Item>, most = Number.POSITIVE_INFINITY, least = 0): z.ZodType<Item[]> {
  return z
    .array(z.unknown())
    .min(least)
    .max(most)
    .transform((values, context) => {
      const items: Item[] = [];
      for (const [index, value] of values.entries()) {
        const parsed = item.safeParse(value);
        if (!parsed.success) {
          const issue = parsed.error.issues[0];
          const message = issue?.message ?? "is wrong";
          context.issues.push({ code: "custom", message, input: value, path: [index, ...(issue?.path ?? [])] });
          return z.NEVER;
        }
        items.push(parsed.data);
      }
      return items;
    });
}

type Column = Columns[keyof Columns];

/**
 * A column that is alone on memory of its own: a view of a larger buffer brings that along wherever it is sent, and
 * shared memory could still change after it was checked.
 */
function column<Kind extends Column>(kind: abstract new (rows: number) => Kind): z.ZodType<Kind> {
  return z.custom<Kind>(
    (value) =>
      value instanceof kind && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength,
  );
}

const columnsSchema: z.ZodType<Columns> = z.strictObject({
  kind: column(Uint8Array),
  code: column(Uint8Array),
  t: column(Float64Array),
  lane: column(Int32Array),
  other: column(Int32Array),
  causeProducer: column(Int16Array),
  causeSeq: column(Uint32Array),
  idProducer: column(Int16Array),
  idSeq: column(Uint32Array),
  n: column(Float64Array),
  text: column(Int32Array),
});

export const batchSchema: z.ZodType<Batch> = z
  .strictObject({
    producer: producerIdSchema,
    from: seqSchema,
    count: z.int().min(1).max(rowsPerBatch),
    columns: columnsSchema,
    texts: list(z.string().max(longestText), rowsPerBatch),
  })
  .refine((batch) => batch.from + batch.count - 1 <= lastNumber, { message: "the rows have numbers past the last one" })
  .refine((batch) => Object.values(batch.columns).every((column) => column.length === batch.count), {
    message: "each column of a batch must have `count` rows",
  });
