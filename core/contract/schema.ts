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
export const seqSchema = z.int().min(0).max(0xffff_ffff);
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

const columnsSchema: z.ZodType<Columns> = z.strictObject({
  kind: z.instanceof(Uint8Array),
  code: z.instanceof(Uint8Array),
  t: z.instanceof(Float64Array),
  lane: z.instanceof(Int32Array),
  other: z.instanceof(Int32Array),
  causeProducer: z.instanceof(Int16Array),
  causeSeq: z.instanceof(Uint32Array),
  idProducer: z.instanceof(Int16Array),
  idSeq: z.instanceof(Uint32Array),
  n: z.instanceof(Float64Array),
  text: z.instanceof(Int32Array),
});

export const batchSchema: z.ZodType<Batch> = z
  .strictObject({
    producer: producerIdSchema,
    from: seqSchema,
    count: z.int().min(1).max(rowsPerBatch),
    columns: columnsSchema,
    texts: z.array(z.string().max(longestText)).max(rowsPerBatch),
  })
  .refine((batch) => Object.values(batch.columns).every((column) => column.length === batch.count), {
    message: "each column of a batch must have `count` rows",
  });
