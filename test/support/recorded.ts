/**
 * A journal and a feed that keep what they are given, for tests to look at.
 */
import type { JournalSink, RecordingEnd, RecordingFeed, RecordingStart } from "../../core/runs/recording-sinks.ts";
import type { Batch } from "../../core/trace/batch.ts";
import { laneId, type ProducerId } from "../../core/trace/ids.ts";
import { Code, ends, kinds } from "../../core/trace/kinds.ts";
import type { Producer } from "../../core/trace/producer.ts";
import { TraceTable } from "../../core/trace/table.ts";

export class KeptJournal implements JournalSink {
  start: RecordingStart | undefined;
  ended: RecordingEnd | undefined;
  readonly producers: Producer[] = [];
  readonly batches: Batch[] = [];
  readonly byes = new Map<ProducerId, number>();
  /** From this record on, writing fails as on a full disk. */
  failsFrom = Number.POSITIVE_INFINITY;

  begin(start: RecordingStart): void {
    this.#write();
    this.start = start;
  }
  producer(producer: Producer): void {
    this.#write();
    this.producers.push(producer);
  }
  append(batch: Batch): void {
    this.#write();
    this.batches.push(batch);
  }
  bye(producer: ProducerId, lastSeq: number): void {
    this.#write();
    this.byes.set(producer, lastSeq);
  }
  end(end: RecordingEnd): void {
    this.#write();
    this.ended = end;
  }

  #records = 0;
  #write(): void {
    if (this.#records++ >= this.failsFrom) throw new Error("ENOSPC: no space left on device");
  }
}

export class KeptFeed implements RecordingFeed {
  readonly table = new TraceTable();
  finished: number | undefined;
  errorUs: number | undefined;

  begin(): void {}
  batch(batch: Batch): void {
    this.table.append(batch);
  }
  alignment(errorUs: number): void {
    this.errorUs = errorUs;
  }
  end(end: number): void {
    this.finished = end;
  }

  /** Every row as `producer.seq kind`, in order of arrival. */
  get rows(): readonly string[] {
    return Array.from({ length: this.table.length }, (_, row) => {
      const { table } = this;
      return `${table.producer(row)}.${table.seq(row)} ${kinds[table.kind(row)] ?? "?"}`;
    });
  }

  /** How each lane ended, by its name. */
  get ends(): Readonly<Record<string, string>> {
    const found: Record<string, string> = {};
    for (let row = 0; row < this.table.length; row++) {
      if (this.table.kind(row) !== Code.laneEnded) continue;
      found[this.table.lanes.get(laneId(this.table.lane(row)))?.name ?? "?"] = ends[this.table.code(row)] ?? "?";
    }
    return found;
  }
}
