/** TEMPORARY */
import type { ClockAlignment } from "../../../core/runs/clock-alignment.ts";
import type { JournalSink } from "../../../core/runs/recording-sinks.ts";
import type { ExportSource } from "../files/export-desk.ts";
import type { JournalCursor } from "../page/timeline-feed.ts";
export class JournalShelf {
  present: ExportSource | undefined;
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }
  open(): JournalSink {
    void this.#folder;
    return { begin() {}, producer() {}, append() {}, end() {} };
  }
  openCursor(): JournalCursor {
    return { read: () => [], close() {} };
  }
  createAlignment(): ClockAlignment {
    let offset = 0;
    return {
      add: (e) => {
        offset = e.main - e.raw;
      },
      toMain: (raw) => raw + offset,
      errorUs: () => 0,
    };
  }
}
