/**
 * What a command says of a file that can't be read: which file, where, and why.
 */
import { UnreadableRecording } from "../../core/formats/unreadable.ts";

/** The sentence; undefined for an error that is not the file's. */
export function problemWith(path: string, error: unknown): string | undefined {
  if (error instanceof UnreadableRecording) return `${path}: ${error.message}.`;
  if (error instanceof Error && "code" in error && typeof error.code === "string") return `${path}: ${error.message}.`;
  return undefined;
}
