/**
 * What a second instance of the app hands to the first: the file that it was started with. It comes from another
 * process, so it is checked; what does not fit is no file.
 */
import { openEnvelope } from "../../../core/contract/envelope.ts";
import { z } from "../../../core/contract/schema.ts";

const handed = {
  "second-instance": {
    recorded: false,
    schema: z.strictObject({ file: z.exactOptional(z.string().max(32_768)) }),
  },
} as const;

/** The file's path, absolute; undefined when there is none, or when what was handed over can't be. */
export function handedFile(payload: unknown): string | undefined {
  const opened = openEnvelope(handed, { type: "second-instance", payload });
  if (!opened.ok || typeof opened.payload !== "object" || opened.payload === null) return undefined;
  return "file" in opened.payload && typeof opened.payload.file === "string" ? opened.payload.file : undefined;
}
