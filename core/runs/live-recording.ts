/**
 * A recording while it is made: what producers send is numbered, journalled, then shown; main's own events go the
 * same way. Invariants: a batch is acknowledged only after the journal has it; a journal that fails stops the
 * recording with a sentence, never the program, which is shown to its end; nothing lost goes uncounted.
 */
import type { Batch } from "../trace/batch.ts";
import { type LaneId, makerOf, noLane, type ProducerId, producerId } from "../trace/ids.ts";
import { Code, type End } from "../trace/kinds.ts";
import type { Clock, Producer } from "../trace/producer.ts";
import { Recorder } from "../trace/recorder.ts";
import { TraceWriter } from "../trace/writer.ts";
import { BatchAligner } from "./batch-aligner.ts";
import type { ClockAlignment } from "./clock-alignment.ts";
import { ExpectedNumbers } from "./expected-numbers.ts";
import { OpenLanes } from "./open-lanes.ts";
import type { JournalSink, RecordingFeed, RecordingStart } from "./recording-sinks.ts";

const main = producerId(0);
/** How long main's own events may wait for company before they are journalled, ms. */
const flushDelay = 5;

export interface LiveRecordingOptions {
  readonly start: RecordingStart;
  readonly pid: number;
  readonly journal: JournalSink;
  readonly feed: RecordingFeed;
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  readonly after: (ms: number, action: () => void) => () => void;
  readonly createAlignment: () => ClockAlignment;
}

export class LiveRecording {
  /** Main's own words. */
  readonly writer: TraceWriter;
  readonly mainLane: LaneId;
  /** Why it stopped before its end: a sentence with its remedy. */
  problem: string | undefined;
  events = 0;
  readonly #options: LiveRecordingOptions;
  readonly #recorder: Recorder;
  readonly #numbers = new ExpectedNumbers();
  readonly #open = new OpenLanes();
  readonly #producers = new Map<ProducerId, Producer>();
  readonly #aligner: BatchAligner;
  /** Of what arrived: a gap's numbers count as dropped already. */
  #lostToDisk = 0;
  #closed = false;

  constructor(options: LiveRecordingOptions) {
    this.#options = options;
    this.#aligner = new BatchAligner(options.start.origin, options.createAlignment);
    this.#recorder = new Recorder({
      producer: main,
      onFirstRow: () => void options.after(flushDelay, () => this.flush()),
    });
    this.writer = new TraceWriter(main, this.#recorder);
    this.#keep(() => options.journal.begin(options.start));
    options.feed.begin(options.start);
    this.addProducer({ id: main, role: "main", pid: options.pid, thread: 0, epoch: 0, clock: 0, tail: "known" });
    const { origin } = options.start;
    this.mainLane = this.writer.laneCreated(origin, "process", "main", `main process ${options.pid}`, noLane, noLane);
  }

  /** Events lost so far, all gaps together. */
  get dropped(): number {
    return this.#numbers.dropped + this.#lostToDisk;
  }

  /** The instant that is zero on the timeline, on main's monotonic clock, µs. */
  get origin(): number {
    return this.#options.start.origin;
  }

  /** Bound on the clocks' error so far, µs. */
  get errorUs(): number {
    return this.#aligner.errorUs;
  }

  /** Takes in a producer: once, whatever it says of itself later. */
  addProducer(producer: Producer): void {
    if (this.#producers.has(producer.id)) return;
    this.#producers.set(producer.id, producer);
    this.#keep(() => this.#options.journal.producer(producer));
  }

  /** Takes in a batch of a producer that was declared. Returns the number below which all of it is committed. */
  admit(batch: Batch): number {
    if (!this.#producers.has(batch.producer)) return 0;
    for (const kept of this.#numbers.admit(batch)) this.#commit(kept);
    return this.#numbers.next(batch.producer);
  }

  /** The last number of a producer that was declared: what is missing up to there becomes its gap. */
  close(producer: ProducerId, lastSeq: number): void {
    if (!this.#producers.has(producer)) return;
    const gap = this.#numbers.close(producer, lastSeq);
    if (gap !== undefined) this.#commit(gap);
    if (this.#producers.has(producer)) this.#keep(() => this.#options.journal.bye(producer, lastSeq));
  }

  /** The producers that `owned` names died without a word: at most one batch of each may be missing. */
  loseTails(owned: (producer: number) => boolean): void {
    for (const producer of this.#producers.values()) {
      if (owned(producer.id)) this.#producers.set(producer.id, { ...producer, tail: "unknown" });
    }
  }

  /** Ends the open lanes among those that `owned` names, as main saw it, with the reason. */
  endLanes(owned: (producer: number) => boolean, how: End, reason?: string): void {
    this.flush();
    const now = this.#options.now();
    for (const { lane } of this.#open.list((id) => owned(makerOf(id)))) {
      this.writer.laneEnded(now, lane, how, reason === undefined ? undefined : { error: reason });
    }
    this.flush();
  }

  /** Writes main's own events to the journal now. */
  flush(): void {
    if (this.#closed) return;
    for (const batch of this.#recorder.flush()) this.#recorder.acknowledge(this.admit(batch));
  }

  /** Ends the recording; what is still open ends `open`. */
  end(): void {
    this.endLanes(() => true, "open");
    this.#closed = true;
    const clocks = this.#options.start.clocks.map((clock) => this.#measured(clock));
    const producers = [...this.#producers.values()];
    this.#keep(() => this.#options.journal.end({ clocks, producers, dropped: this.dropped }));
    this.#options.feed.end(this.#options.now() - this.#options.start.origin, this.dropped);
  }

  #commit(batch: Batch): void {
    this.#keep(() => this.#options.journal.append(batch));
    if (this.problem === undefined) this.events += batch.count;
    else {
      if (batch.columns.kind[0] !== Code.gap) this.#lostToDisk += batch.count;
      this.#options.journal.lose?.(batch);
    }
    this.#open.add(batch);
    this.#options.feed.batch(this.#aligned(batch));
  }

  #aligned(batch: Batch): Batch {
    const before = this.#aligner.errorUs;
    const aligned = this.#aligner.align(batch, this.#producers.get(batch.producer)?.clock ?? 0);
    if (this.#aligner.errorUs !== before) this.#options.feed.alignment(this.#aligner.errorUs);
    return aligned;
  }

  #measured(clock: Clock): Clock {
    return clock.id === 0 ? clock : { ...clock, errorUs: this.errorUs };
  }

  /** Does what touches the disk; the first failure ends the recording, with its reason. */
  #keep(write: () => void): void {
    if (this.problem !== undefined) return;
    try {
      write();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.problem = `Recording stopped: the journal can't be written (${reason}). The programs go on; free some space and run again.`;
    }
  }
}
