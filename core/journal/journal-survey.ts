/**
 * What a journal holds, told without holding it: a fold over its entries whose memory grows with lanes, not with events.
 */
import type { Batch } from "../trace/batch.ts";
import { eventOf } from "../trace/decode.ts";
import type { AnyEvent } from "../trace/event.ts";
import { laneId, type ProducerId } from "../trace/ids.ts";
import { Code } from "../trace/kinds.ts";
import { type Lane, packedKind, packedRuntime } from "../trace/lane.ts";
import type { Producer } from "../trace/producer.ts";
import { rowOfBatch } from "../trace/read-row.ts";
import { ClockSpans } from "./clock-spans.ts";
import type { JournalEntry, JournalStart } from "./journal-entry.ts";
import { knownParameters, type RecordingSummary } from "./journal-from-recording.ts";
import { RootOutcomes } from "./root-outcomes.ts";

export class JournalSurvey {
  readonly #clocks = new ClockSpans();
  readonly #producers = new Map<ProducerId, Producer>();
  /** Threads and tasks, with the raw stamp of their creation. */
  readonly #lanes: { readonly lane: Lane; readonly t: number }[] = [];
  readonly #ends: AnyEvent[] = [];
  #start: JournalStart | undefined;
  #events = 0;
  #dropped = 0;

  /** Takes in the next entry of the journal. */
  add(entry: JournalEntry): void {
    switch (entry.type) {
      case "start":
        this.#start = entry.start;
        break;
      case "producer":
        this.#producers.set(entry.producer.id, entry.producer);
        break;
      case "batch":
        this.#batch(entry.batch);
        break;
      case "bye":
        break;
      case "end":
        for (const producer of entry.end.producers) this.#producers.set(producer.id, producer);
        this.#dropped = entry.end.dropped;
        break;
    }
  }

  /** What is known of it; undefined for a journal that does not even begin. */
  get summary(): RecordingSummary | undefined {
    if (this.#start === undefined) return undefined;
    const { lesson, modes, parameters, started, clocks, origin } = this.#start;
    // Lanes of one mode have one clock: the first that was created is the first.
    const lanes = this.#lanes.toSorted((a, b) => a.t - b.t).map(({ lane }) => lane);
    const outcomes = new RootOutcomes({ modes, lanes, producers: [...this.#producers.values()] });
    for (const event of this.#ends) outcomes.event(event);
    return {
      lesson,
      modes: outcomes.modes,
      parameters: knownParameters(parameters),
      started,
      events: this.#events,
      dropped: this.#dropped,
      end: this.#clocks.end(clocks, origin),
      errorUs: this.#clocks.errorUs(clocks),
      lanes: [],
    };
  }

  #batch(batch: Batch): void {
    this.#events += batch.count;
    this.#clocks.add(batch, this.#producers.get(batch.producer)?.clock ?? 0);
    const { kind, lane, code, t } = batch.columns;
    for (let row = 0; row < batch.count; row++) {
      if (kind[row] === Code.laneEnded) this.#ends.push(eventOf(rowOfBatch(batch, row)));
      if (kind[row] !== Code.laneCreated) continue;
      const packed = code[row] ?? 0;
      const laneKind = packedKind(packed);
      if (laneKind !== "thread" && laneKind !== "task") continue;
      const created: Lane = { id: laneId(lane[row] ?? 0), kind: laneKind, name: "", runtime: packedRuntime(packed) };
      this.#lanes.push({ lane: created, t: t[row] ?? 0 });
    }
  }
}
