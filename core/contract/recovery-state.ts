/**
 * What was recovered of an app that died, as main tells the page: offered until somebody decides.
 */
import { list, z } from "./schema.ts";

export const offeredRecordingSchema = z.strictObject({
  /** The number under which it would be shown: below zero. */
  number: z.int(),
  /** May name a lesson that this version does not have. */
  lesson: z.string(),
  /** Wall-clock time of the origin, ISO 8601. */
  started: z.string(),
  events: z.int(),
  /** The file's name, without folders, in which what could not be read was set aside. */
  setAside: z.exactOptional(z.string()),
  /** Somebody said "not now": it waits in the menu. */
  isPostponed: z.boolean(),
});
export type OfferedRecording = z.infer<typeof offeredRecordingSchema>;

export const recoveryStateSchema = z.strictObject({
  /** The newest first. */
  offers: list(offeredRecordingSchema),
});
export type RecoveryState = z.infer<typeof recoveryStateSchema>;
