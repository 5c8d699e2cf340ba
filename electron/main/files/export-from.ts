/**
 * What an export is made of: a run's journal, which may still grow, or an opened file, whose every field goes into the
 * export, also those that this version does not know.
 */
import { z } from "../../../core/contract/schema.ts";
import { committedSchema } from "../../../core/journal/committed.ts";

export const exportFromSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("journal"),
    path: z.string(),
    /** What it is known to hold. */
    committed: committedSchema,
  }),
  z.strictObject({
    kind: z.literal("file"),
    path: z.string(),
    /** Bytes, and the time of its last change in ms, when it was opened: another file there now is not what is shown. */
    size: z.number(),
    modified: z.number(),
  }),
]);
export type ExportFrom = z.infer<typeof exportFromSchema>;
