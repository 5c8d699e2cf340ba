/**
 * What a journal lacks whose writer died: an end for each lane that was open, as main would have written it, and the end
 * of the recording. Takes in the journal's entries once, in memory that grows with lanes and clock exchanges, not with
 * events. Invariants: each lane has exactly one end; a producer that had not said its last number has an unknown tail, and
 * so has main; nothing that was written is changed.
 */
import { OpenLanes } from "../runs/open-lanes.ts";
import { nextAfter } from "../trace/batch.ts";
import { type ProducerId, producerId } from "../trace/ids.ts";
import { Code } from "../trace/kinds.ts";
import type { Producer } from "../trace/producer.ts";
import { Recorder } from "../trace/recorder.ts";
import { TraceWriter } from "../trace/writer.ts";
import { ClockSpans } from "./clock-spans.ts";
import type { JournalEntry, JournalStart } from "./journal-entry.ts";

const main = producerId(0);

export class JournalClosing {
  readonly #open = new OpenLanes();
  readonly #clocks = new ClockSpans();
  readonly #producers = new Map<ProducerId, Producer>();
  readonly #byes = new Set<ProducerId>();
  #start: JournalStart | undefined;
  /** Main's next number, and its last stamp, raw. */
  #next = 0;
  #last = 0;
  #dropped = 0;
  #isEnded = false;

  /** Takes in the next entry of the journal. */
  add(entry: JournalEntry): void {
    switch (entry.type) {
      case "start":
        this.#start = entry.start;
        break;
      case "producer":
        this.#producers.set(entry.producer.id, entry.producer);
        break;
      case "batch": {
        const { batch } = entry;
        this.#open.add(batch);
        this.#clocks.add(batch, this.#producers.get(batch.producer)?.clock ?? 0);
        if (batch.producer === main) {
          this.#next = nextAfter(batch);
          this.#last = batch.columns.t[batch.count - 1] ?? this.#last;
        }
        if (batch.columns.kind[0] === Code.gap) this.#dropped += nextAfter(batch) - batch.from;
        break;
      }
      case "bye":
        this.#byes.add(entry.bye.producer);
        break;
      case "end":
        this.#isEnded = true;
        break;
    }
  }

  /** What is to be appended, in order; nothing for a journal that was ended, or that has not even begun. */
  entries(reason: string): readonly JournalEntry[] {
    const start = this.#start;
    if (start === undefined || this.#isEnded) return [];
    const recorder = new Recorder({ producer: main, capacity: 1_024, unacknowledged: Number.POSITIVE_INFINITY });
    const writer = new TraceWriter(main, recorder);
    // The sum may round to a little before what it was made of.
    const at = Math.max(this.#last, start.origin + this.#clocks.end(start.clocks, start.origin));
    for (const { lane } of this.#open.list(() => true)) writer.laneEnded(at, lane, "abandoned", { error: reason });
    const batches = recorder.flush().map((batch): JournalEntry => {
      return { type: "batch", batch: { ...batch, from: this.#next + batch.from } };
    });
    const producers = [...this.#producers.values()].map((producer): Producer => {
      return this.#byes.has(producer.id) ? producer : { ...producer, tail: "unknown" };
    });
    return [...batches, { type: "end", end: { clocks: start.clocks, producers, dropped: this.#dropped } }];
  }
}
