/** All the recordings that somebody made to cost much. */
import { events } from "./events.ts";
import { headers } from "./headers.ts";
import { lanes } from "./lanes.ts";
import type { HostileRecording } from "./recording-lines.ts";
import { waits } from "./waits.ts";

export const hostileRecordings: readonly HostileRecording[] = [...headers, ...lanes, ...waits, ...events];
