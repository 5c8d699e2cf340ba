/**
 * Stamps of every clock of a recording made stamps of one: µs since the origin. Used live while a recording is made,
 * and again when its journal is read to a timeline that comes late; the same batches in the same order give the same
 * stamps.
 */
import type { Batch } from "../trace/batch.ts";
import { alignBatch, learnExchanges } from "./align-batch.ts";
import type { ClockAlignment } from "./clock-alignment.ts";

export class BatchAligner {
  readonly #origin: number;
  readonly #createAlignment: () => ClockAlignment;
  readonly #alignments = new Map<number, ClockAlignment>();
  #errorUs = 0;

  /** `origin`: on main's clock, µs. */
  constructor(origin: number, createAlignment: () => ClockAlignment) {
    this.#origin = origin;
    this.#createAlignment = createAlignment;
  }

  /** Bound on the clocks' error so far, µs. */
  get errorUs(): number {
    return this.#errorUs;
  }

  /** A copy of the batch with its times aligned, after learning what it says of its `clock`. Clock 0 is main's own. */
  align(batch: Batch, clock: number): Batch {
    if (clock === 0) return alignBatch(batch, (raw) => raw - this.#origin);
    const alignment = this.#alignment(clock);
    if (learnExchanges(batch, alignment)) {
      const at = batch.columns.t[0] ?? 0;
      this.#errorUs = Math.max(...[...this.#alignments.values()].map((each) => each.errorUs(at)));
    }
    return alignBatch(batch, (raw) => alignment.toMain(raw));
  }

  #alignment(clock: number): ClockAlignment {
    const known = this.#alignments.get(clock);
    if (known !== undefined) return known;
    const alignment = this.#createAlignment();
    this.#alignments.set(clock, alignment);
    return alignment;
  }
}
