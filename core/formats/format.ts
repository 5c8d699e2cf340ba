/**
 * What a format of recordings is: adding one is a folder with a writer (and a reader, where it can be read back), and
 * one line in registry.ts.
 */
import type { Recording } from "../trace/recording.ts";
import type { DecodeUtf8 } from "./native/line-splitter.ts";
import type { Ending } from "./native/native-reader.ts";

/** A file as a recording that is walked through once; how it ended is known afterwards. */
export interface ReadRecording extends Recording {
  readonly ending: Ending | undefined;
}

export interface Format {
  readonly id: string;
  /** How a file's name ends, with its first dot, in lower case. */
  readonly ending: string;
  /** The file's text, in pieces. */
  readonly write: (recording: Recording) => Iterable<string>;
  /** Absent for a format that is only written. @throws UnreadableRecording. */
  readonly read?: (pieces: Iterable<Uint8Array>, decode: DecodeUtf8) => ReadRecording;
}
