/**
 * What a person asks to run, and how a run stands: the words that main, the page and the command line share.
 */
import type { Json } from "../trace/event.ts";
import { list, z } from "./schema.ts";

/** The three ways of running one program. `processes` comes later; its place is kept. */
export const modes = ["threads", "coroutines", "processes"] as const;
export const modeSchema = z.enum(modes);
export type Mode = z.infer<typeof modeSchema>;

/** Parameters of one program at most. */
export const mostParameters = 100;

/** A program's parameters by name; each lesson says which it has and their bounds. */
export const parametersSchema = z
  .record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()]))
  .refine((parameters) => Object.keys(parameters).length <= mostParameters, {
    message: `a program has at most ${mostParameters} parameters`,
  });
export type Parameters = z.infer<typeof parametersSchema>;

export const runRequestSchema = z.strictObject({
  lesson: z.string().max(80),
  modes: list(modeSchema, modes.length, 1),
  parameters: parametersSchema,
  /** Whether its coroutines have functions called in threads: a thread host is then there, also without a program. */
  calls: z.boolean().optional(),
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** JSON that a program may return. Its depth and size are the message's (message-bounds.ts). */
export const valueSchema: z.ZodType<Json> = z.json();

/** How one mode's program ended. `stopped`: a person ended the run before the program did. */
export const outcomeSchema = z.strictObject({
  how: z.enum(["returned", "raised", "stopped", "lost"]),
  value: valueSchema.optional(),
  error: z.string().max(10_000).optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const modeStateSchema = z.strictObject({
  mode: modeSchema,
  phase: z.enum(["preparing", "running", "ended"]),
  outcome: outcomeSchema.optional(),
});
export type ModeState = z.infer<typeof modeStateSchema>;

export const runStateSchema = z.strictObject({
  phase: z.enum(["idle", "preparing", "running", "stopping", "ended"]),
  lesson: z.string(),
  modes: list(modeStateSchema),
  /** A person asked the spinner to stop in this run. */
  cancelled: z.boolean(),
  /** Events committed so far, and lost ones. */
  events: z.int(),
  dropped: z.int(),
  /** Bound on the error between the clocks, µs; null before the first exchange. */
  errorUs: z.number().nullable(),
  /** What went wrong with the run itself, as a sentence with its remedy. */
  problem: z.string().optional(),
});
export type RunState = z.infer<typeof runStateSchema>;
