import fc from "fast-check";
import { expect, it } from "vitest";
import { journalFromRecording } from "../../../core/journal/journal-from-recording.ts";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { Recording } from "../../../core/timeline/recording.ts";
import { arbitraryRecording, recordingOf } from "../trace/arbitrary-recording.ts";

it("the timeline folds whatever a file that can be opened holds, in whatever order", () => {
  fc.assert(
    fc.property(arbitraryRecording, (made) => {
      const reader = new JournalReader();
      const shown = new Recording(-1, ["coroutines"], "a.spinscope");
      const writer = new JournalWriter(
        (bytes) => {
          for (const entry of reader.push(bytes)) if (entry.type === "batch") shown.take(entry.batch, 0);
        },
        { app: "", host: {} },
      );
      const { lanes, end, dropped } = journalFromRecording(recordingOf(made), writer);
      shown.declare(lanes);
      shown.finish(end, dropped);
      expect(shown.table.length).toBe(made.events.length);
    }),
  );
});
