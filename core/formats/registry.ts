/**
 * Every format, found by how a file's name ends.
 */
import { writeCsv } from "./csv/csv-writer.ts";
import type { Format } from "./format.ts";
import { NativeRecording } from "./native/native-recording.ts";
import { writeNative } from "./native/native-writer.ts";
import { writeSvg } from "./svg/svg-writer.ts";
import { writeTraceEvents } from "./trace-event/trace-event-writer.ts";

export const formats: readonly Format[] = [
  {
    id: "spinscope",
    ending: ".spinscope",
    write: writeNative,
    read: (pieces, decode) => new NativeRecording(pieces, decode),
  },
  { id: "trace-event", ending: ".trace.json", write: writeTraceEvents },
  { id: "csv", ending: ".csv", write: writeCsv },
  { id: "svg", ending: ".svg", write: writeSvg },
];

/** The format that a path's ending names; undefined for none. */
export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find(({ ending }) => name.endsWith(ending));
}

/** A sentence that says which endings there are, for a path with another. */
export function unknownEnding(path: string): string {
  const endings = formats
    .map(({ ending }) => ending)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ");
  return `"${path}" names no format: its ending must be ${endings}`;
}
