/**
 * A function that a coroutine has called in a thread of another process: asked for, and what came of it. A function
 * crosses as its exported name, its arguments as core/threading writes them.
 */
import { valueSchema } from "./run.ts";
import { longestText, z } from "./schema.ts";

const run = z.int().min(1);
/** Numbers a call within its run. */
const call = z
  .int()
  .min(1)
  .max(2 ** 31);

export const threadCallSchema = z.strictObject({
  run,
  call,
  /** A name that a module can export: none of the library's own, which begin with `$`. */
  target: z
    .string()
    .max(200)
    .regex(/^[A-Za-z_]\w*$/),
  args: z.string().max(longestText),
});
export type ThreadCall = z.infer<typeof threadCallSchema>;

export const settledCallSchema = z.strictObject({
  run,
  call,
  how: z.enum(["returned", "raised"]),
  value: valueSchema.optional(),
  /** As Python prints it: `ValueError: sleep length must be non-negative`. */
  error: z.string().max(10_000).optional(),
});
export type SettledCall = z.infer<typeof settledCallSchema>;
