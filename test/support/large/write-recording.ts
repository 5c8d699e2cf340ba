/**
 * A recording to a file, piece by piece.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { writeNative } from "../../../core/formats/native/native-writer.ts";
import type { Recording } from "../../../core/trace/recording.ts";

/** Writes it to `path`, over what was there. */
export function writeRecordingTo(path: string, recording: Recording): void {
  const file = openSync(path, "w");
  for (const piece of writeNative(recording)) writeSync(file, piece);
  closeSync(file);
}
