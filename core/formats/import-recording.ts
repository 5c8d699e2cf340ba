/**
 * A recording into memory, as a table to fold over and to draw.
 */
import type { LaneId } from "../trace/ids.ts";
import type { Recording, RecordingHeader } from "../trace/recording.ts";
import { TraceTable } from "../trace/table.ts";
import { RecordingRows } from "./recording-rows.ts";

export interface ImportedRecording {
  readonly header: RecordingHeader;
  readonly table: TraceTable;
  /** The file's own id of each lane that has another one in the table. */
  readonly originals: ReadonlyMap<LaneId, number>;
}

/** @throws UnreadableRecording for events that no table can hold. */
export function importRecording(recording: Recording): ImportedRecording {
  const table = new TraceTable();
  const reading = new RecordingRows(recording.header);
  for (const lane of reading.lanes.values()) table.addLane(lane);
  for (const row of reading.rows(recording.events, recording)) table.add(row);
  return { header: recording.header, table, originals: reading.originals };
}
