/**
 * What the terminal shows of a run as it goes, and what is known of it at its end: the consoles and the numbers,
 * folded from the recording itself and from nothing else.
 */
import type { Mode } from "../../core/contract/run.ts";
import type { RecordingFeed } from "../../core/runs/recording-sinks.ts";
import type { Batch } from "../../core/trace/batch.ts";
import { ConsoleFold } from "../../core/trace/folds/consoles.ts";
import { type ModeStatistics, StatisticsFold } from "../../core/trace/folds/statistics/statistics.ts";
import { TraceTable } from "../../core/trace/table.ts";

export class RunFeed implements RecordingFeed {
  readonly #table = new TraceTable();
  readonly #consoles = new ConsoleFold();
  readonly #statistics = new StatisticsFold();
  readonly #onChange: () => void;

  /** `onChange` is called when a console may have changed. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  begin(): void {}

  batch(batch: Batch): void {
    const first = this.#table.append(batch);
    for (let row = first; row < this.#table.length; row++) {
      this.#consoles.row(this.#table, row);
      this.#statistics.row(this.#table, row);
    }
    this.#onChange();
  }

  alignment(): void {}
  end(): void {}

  /** The lines of a mode's console as they stand now. */
  lines(mode: Mode): readonly string[] {
    return this.#consoles.of(mode).lines;
  }

  /** The numbers of a mode. */
  statistics(mode: Mode): ModeStatistics {
    return this.#statistics.of(this.#table, mode);
  }
}
