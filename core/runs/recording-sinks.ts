/**
 * Where a run's events go: first the journal (the only owner of a recording), then whoever watches. Both are
 * given to the run, so that it runs on a disk and a window as on a list in a test.
 */
import type { Mode, Parameters } from "../contract/run.ts";
import type { Batch } from "../trace/batch.ts";
import type { ProducerId } from "../trace/ids.ts";
import type { Clock, Producer } from "../trace/producer.ts";

/** What is known when a recording begins. */
export interface RecordingStart {
  readonly run: number;
  readonly lesson: string;
  readonly modes: readonly Mode[];
  readonly parameters: Parameters;
  /** Wall-clock time of the origin, ISO 8601. */
  readonly started: string;
  /** The origin on main's monotonic clock, µs: raw stamps of clock 0 minus this are aligned ones. */
  readonly origin: number;
  readonly clocks: readonly Clock[];
}

/** What is known only when it has ended. */
export interface RecordingEnd {
  /** Clocks with the final bounds on their error. */
  readonly clocks: readonly Clock[];
  /** Producers with what is known of their tails. */
  readonly producers: readonly Producer[];
  /** Events lost, all gaps together. */
  readonly dropped: number;
}

/** Appends synchronously: when a call returns, its record survives main's own death. Each may throw. */
export interface JournalSink {
  begin(start: RecordingStart): void;
  producer(producer: Producer): void;
  /** Raw stamps, as the producer wrote them. */
  append(batch: Batch): void;
  /** A batch that is not to be appended any more, since the disk failed before. Never throws. */
  lose?(batch: Batch): void;
  /** `producer` said that `lastSeq` (−1: none) was its last number, and all up to it is appended. */
  bye(producer: ProducerId, lastSeq: number): void;
  end(end: RecordingEnd): void;
}

/** Watches a recording as it grows. Must not throw. */
export interface RecordingFeed {
  begin(start: RecordingStart): void;
  /** Stamps aligned: µs since the origin. */
  batch(batch: Batch): void;
  alignment(errorUs: number): void;
  /** `end` in µs since the origin. */
  end(end: number, dropped: number): void;
}
