/**
 * A recording as its readers and writers pass it on: what is known of the whole, then its events in order of time,
 * one after the other, so that nobody needs to hold them all.
 */
import type { AnyEvent, Json } from "./event.ts";
import type { Lane } from "./lane.ts";
import type { Clock, Producer } from "./producer.ts";

/** The version of the recording that this program writes, and the newest that it reads. */
export const recordingVersion = 1;

/** JSON objects whose further keys came from elsewhere and are kept. */
export type JsonFields = { readonly [key: string]: Json };

export interface RecordingHeader {
  /** The program and version that made it. */
  readonly app: string;
  readonly lesson: string;
  readonly modes: readonly string[];
  readonly params: JsonFields;
  /** Wall-clock time of the origin, ISO 8601. */
  readonly started: string;
  readonly host: JsonFields;
  readonly clocks: readonly Clock[];
  readonly producers: readonly Producer[];
  readonly lanes: readonly Lane[];
}

export interface Recording {
  readonly header: RecordingHeader;
  /** In order of time; ties by producer, then by number. Can be walked through once. */
  readonly events: Iterable<AnyEvent>;
  /** The line of its file on which the event that was taken last stands; absent for what is not read from lines. */
  readonly line?: number;
}
