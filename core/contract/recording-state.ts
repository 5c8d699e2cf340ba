/**
 * What the window shows, as main tells the page: a run's recording or an opened file, and whether there is another one
 * a step back. A run that is on is told in full by `run.state`; this is told when something is shown, has ended, or was
 * saved.
 */
import { modeStateSchema, parametersSchema } from "./run.ts";
import { list, z } from "./schema.ts";

export const shownRecordingSchema = z.strictObject({
  /** The number under which the timeline gets it: a run's own is above zero, a file's below. */
  number: z.int(),
  /** Only of an opened file. */
  file: z.exactOptional(
    z.strictObject({
      /** Its name without folders. */
      name: z.string(),
      /** When the file ends before its end: a sentence that says how much of it was read. */
      cut: z.exactOptional(z.string()),
    }),
  ),
  /** Only of a recording whose app had ended before it was saved. */
  recovered: z.exactOptional(z.literal(true)),
  /** May name a lesson that this version does not have, or be empty: a file says what it likes. */
  lesson: z.string(),
  /** How each mode's program ended, in the order shown. */
  modes: list(modeStateSchema),
  parameters: parametersSchema,
  /** Wall-clock time of the origin, ISO 8601; "" for a file that does not say. */
  started: z.string(),
  events: z.int(),
  dropped: z.int(),
  /** Bound on the error between the clocks, µs; null when nothing is known. */
  errorUs: z.number().nullable(),
  /** False for a run's recording that was not exported as `.spinscope` since it ended. */
  saved: z.boolean(),
});
export type ShownRecording = z.infer<typeof shownRecordingSchema>;

export const recordingStateSchema = z.strictObject({
  /** Null before the first run and the first opened file. */
  shown: shownRecordingSchema.nullable(),
  /**
   * The recording a step back. `none`: there is none. `kept`: `recording.toggle-earlier` shows it. `shown`: it is what
   * is shown, and `recording.toggle-earlier` goes back to the latest one.
   */
  earlier: z.enum(["none", "kept", "shown"]),
  /** The file that is being read, with the bytes read and those there are; null when none is. */
  opening: z.strictObject({ name: z.string(), read: z.int(), size: z.int() }).nullable(),
});
export type RecordingState = z.infer<typeof recordingStateSchema>;
