/**
 * A `.spinscope` file read back whole, with the product's own reader and checker.
 */
import { readFileSync } from "node:fs";
import { NativeRecording } from "../../../core/formats/native/native-recording.ts";
import { type CheckResult, RecordingCheck } from "../../../core/trace/check/check-recording.ts";
import type { AnyEvent } from "../../../core/trace/event.ts";
import type { Recording, RecordingHeader } from "../../../core/trace/recording.ts";

export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly header: RecordingHeader;
  readonly events: readonly AnyEvent[];
  /** What was wrong with the file's end; undefined for a whole one. */
  readonly cut: string | undefined;
  readonly check: CheckResult;
}

/** @throws UnreadableRecording for a file that is none. */
export function readExported(path: string): ExportedFile {
  const bytes = readFileSync(path);
  const recording = recordingIn(bytes);
  const check = new RecordingCheck(recording.header);
  const events: AnyEvent[] = [];
  for (const event of recording.events) {
    check.event(event);
    events.push(event);
  }
  const cut = recording.ending?.cut;
  const result = check.end(recording.ending?.footer, cut !== undefined);
  return { bytes, header: recording.header, events, cut, check: result };
}

/** The bytes as a recording to walk through once. */
export function recordingIn(bytes: Uint8Array): NativeRecording {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return new NativeRecording([bytes], (piece) => decoder.decode(piece));
}

/** The recording of a file that was read back. */
export function recordingOf({ header, events }: ExportedFile): Recording {
  return { header, events };
}
