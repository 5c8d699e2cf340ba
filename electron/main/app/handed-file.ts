/**
 * What a second instance of the app hands to the first: the file that it was started with. It comes from another
 * process, so it is checked; what does not fit is no file. It travels as an address, which has ASCII characters alone:
 * Electron loses some texts on the way that have others (electron/electron#50119).
 */
import { fileURLToPath, pathToFileURL } from "node:url";
import { openEnvelope } from "../../../core/contract/envelope.ts";
import { z } from "../../../core/contract/schema.ts";

const handed = {
  "second-instance": {
    recorded: false,
    schema: z.strictObject({ file: z.exactOptional(z.string().max(100_000)) }),
  },
} as const;

/** What to hand over: the file's path is absolute. */
export function toHand(file: string | undefined): Record<string, string> {
  return file === undefined ? {} : { file: pathToFileURL(file).href };
}

/** The file's path, absolute; undefined when there is none, or when what was handed over can't be. */
export function handedFile(payload: unknown): string | undefined {
  const opened = openEnvelope(handed, { type: "second-instance", payload });
  if (!opened.ok || typeof opened.payload !== "object" || opened.payload === null) return undefined;
  if (!("file" in opened.payload) || typeof opened.payload.file !== "string") return undefined;
  try {
    return fileURLToPath(opened.payload.file);
  } catch {
    return undefined;
  }
}
