/**
 * Main ⇄ a producer: the thread host in its utility process, or the page that runs the coroutines. Commands go
 * down, numbered events come up. `start`, `cancel`, `stop`, `ended` and calls between the producers are caused by a person or a program and are
 * recorded; the rest is the recorder's own traffic.
 *
 *   main → producer   prepare · start · cancel · stop · call · settled · finish · acknowledge · pong · beat
 *   producer → main   prepared · producer · batch · call · settled · ended · bye · ping · beat
 *
 * A run: prepare → prepared → start → (batch, acknowledge)* → ended → bye → the last acknowledge.
 */
import { type Batch, batchBytes } from "../trace/batch.ts";
import { producersPerRecording } from "../trace/ids.ts";
import { outcomeSchema, parametersSchema } from "./run.ts";
import { batchSchema, lastNumber, list, producerIdSchema, producerSchema, seqSchema, z } from "./schema.ts";
import { settledCallSchema, threadCallSchema } from "./thread-call.ts";

const run = z.int().min(1);
const nothing = z.strictObject({ run });

export const toProducer = {
  /** Get ready: everything is made, nothing runs. Producer ids from `producerBase` on are this producer's to give. */
  prepare: {
    recorded: false,
    schema: z.strictObject({
      run,
      lesson: z.string().max(80),
      parameters: parametersSchema,
      producerBase: producerIdSchema,
      producers: z.int().min(1),
      epoch: z.int().min(0),
      clock: z.int().min(0),
      /** The producer's own process, as the system numbers it: a sandboxed page can't know. */
      pid: z.int().min(0),
      /** False for one that runs no program in this run, and records only what it sends: the page beside threads. */
      program: z.boolean(),
      /** Whether it has functions called for coroutines of the run, until it is told to finish: a thread host. */
      serves: z.boolean(),
    }),
  },
  /** Go. `origin`: the instant that is zero on the timeline, on main's monotonic clock, in µs. */
  start: { recorded: true, schema: z.strictObject({ run, origin: z.number() }) },
  /** A person pressed Cancel: stop the spinner (the flag for threads, `Task.cancel` for coroutines). */
  cancel: { recorded: true, schema: nothing },
  /** A person pressed Stop: end the run. */
  stop: { recorded: true, schema: nothing },
  /** To a thread host: call a function in a thread. */
  call: { recorded: true, schema: threadCallSchema },
  /** To the coroutines: what came of a call. */
  settled: { recorded: true, schema: settledCallSchema },
  /** Every program has ended: one that runs none, or serves, says `bye`. */
  finish: { recorded: false, schema: nothing },
  /** Every event of `producer` below `next` is on disk. */
  acknowledge: { recorded: false, schema: z.strictObject({ producer: producerIdSchema, next: seqSchema }) },
  /** Answer to `ping`: main's clock when it answered, µs. */
  pong: { recorded: false, schema: z.strictObject({ raw: z.number(), main: z.number() }) },
  /** One beat of the heart: answered at once by a producer whose thread is not blocked. */
  beat: { recorded: false, schema: z.strictObject({}) },
} as const;

export const fromProducer = {
  prepared: { recorded: false, schema: nothing },
  /** A numbered stream begins: sent before its first batch. */
  producer: { recorded: false, schema: z.strictObject({ run, producer: producerSchema }) },
  batch: {
    recorded: false,
    schema: z.strictObject({ run, batch: batchSchema }),
    weigh: (payload: { readonly batch: Batch }) => batchBytes(payload.batch),
  },
  /** The program has ended; its last events may still be on their way. */
  ended: { recorded: true, schema: z.strictObject({ run, outcome: outcomeSchema }) },
  /** Of the coroutines: call a function in a thread of the run's thread host. */
  call: { recorded: true, schema: threadCallSchema },
  /** Of a thread host: what came of a call. */
  settled: { recorded: true, schema: settledCallSchema },
  /** The last number of each producer (−1: it wrote none): after this, nothing more of this run comes. */
  bye: {
    recorded: false,
    schema: z.strictObject({
      run,
      last: list(
        z.strictObject({ producer: producerIdSchema, lastSeq: z.int().min(-1).max(lastNumber) }),
        producersPerRecording,
      ),
    }),
  },
  /** One exchange of the clocks' alignment: the producer's own clock, µs. */
  ping: { recorded: false, schema: z.strictObject({ raw: z.number() }) },
  /** Answer to `beat`. */
  beat: { recorded: false, schema: z.strictObject({}) },
} as const;
