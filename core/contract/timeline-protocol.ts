/**
 * Main → the timeline worker: the recording as it grows, over a port of the worker's own, so that a page that
 * is blocked does not stop the picture. Batches come with `t` aligned: µs since the origin.
 */
import { modeSchema, parametersSchema } from "./run.ts";
import { batchSchema, laneSchema, list, z } from "./schema.ts";

export const toTimeline = {
  /** Another recording, also one that was shown before: what was shown goes. */
  begin: {
    recorded: false,
    // A file may have lost the creation of any number of lanes.
    most: 2 ** 24,
    schema: z.strictObject({
      run: z.int(),
      lesson: z.string(),
      modes: list(modeSchema),
      parameters: parametersSchema,
      /** The name of the opened file that this is; absent for a run. Its `batch`es and its `end` follow as a run's do. */
      file: z.exactOptional(z.string()),
      /** Lanes of a file that no `lane.created` of its batches declares, because that event was lost. */
      lanes: z.exactOptional(list(laneSchema)),
    }),
  },
  batch: { recorded: false, schema: z.strictObject({ run: z.int(), batch: batchSchema }) },
  /** Bound on the clocks' error so far, µs. */
  alignment: { recorded: false, schema: z.strictObject({ run: z.int(), errorUs: z.number() }) },
  /** The recording has ended: its last batch was sent. `end` in µs since the origin. */
  end: { recorded: false, schema: z.strictObject({ run: z.int(), end: z.number(), dropped: z.int() }) },
} as const;

export const fromTimeline = {
  /** How many events of the run the worker has taken in: main sees a stalled one. */
  taken: { recorded: false, schema: z.strictObject({ run: z.int(), events: z.int() }) },
} as const;
