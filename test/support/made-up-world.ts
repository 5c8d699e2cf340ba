/**
 * A world for made-up recordings: events happen in order of made-up time, each producer writes its own, and what was
 * written is collected as main would forward it, every few milliseconds. The same each time.
 */
import type { Batch } from "../../core/trace/batch.ts";
import { type ProducerId, producerId } from "../../core/trace/ids.ts";
import { Recorder } from "../../core/trace/recorder.ts";
import { TaskWriter } from "../../core/trace/task-writer.ts";

export interface Arrival {
  /** µs since the origin. */
  readonly at: number;
  readonly batch: Batch;
}

export interface Voice {
  readonly writer: TaskWriter;
  readonly recorder: Recorder;
}

export class MadeUpWorld {
  /** µs since the origin. */
  now = -200_000;
  readonly #due: { readonly t: number; readonly n: number; readonly act: () => void }[] = [];
  readonly #voices: Voice[] = [];
  readonly #arrivals: Arrival[] = [];
  #n = 0;
  #seed = 7;

  /** A producer of this world. */
  voice(id: number): Voice {
    const producer: ProducerId = producerId(id);
    const recorder = new Recorder({ producer });
    const voice = { recorder, writer: new TaskWriter(producer, recorder) };
    this.#voices.push(voice);
    return voice;
  }

  /** `act` happens `delay` µs from now. */
  after(delay: number, act: () => void): void {
    this.#due.push({ t: this.now + delay, n: this.#n++, act });
  }

  /** Between `low` and `high`, the same in every run of the tests; mostly near `low`, as delays are. */
  jitter(low: number, high: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return low + (high - low) * (this.#seed / 2 ** 32) ** 3;
  }

  /** Lets everything happen; what was recorded, in order of arrival, one flush each `every` µs. */
  run(every: number): readonly Arrival[] {
    let flushAt = this.now + every;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      for (; flushAt < next.t; flushAt += every) this.#flush(flushAt);
      this.now = next.t;
      next.act();
    }
    this.#flush(flushAt);
    return this.#arrivals;
  }

  #next(): { readonly t: number; readonly act: () => void } | undefined {
    this.#due.sort((a, b) => a.t - b.t || a.n - b.n);
    return this.#due.shift();
  }

  #flush(at: number): void {
    for (const { recorder } of this.#voices) {
      for (const batch of recorder.flush()) {
        recorder.acknowledge(batch.from + batch.count);
        this.#arrivals.push({ at, batch });
      }
    }
  }
}
