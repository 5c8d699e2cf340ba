/**
 * Writes a journal, record by record. Each record is [length, CRC-32, payload], handed on as one piece of bytes, so
 * that whoever appends it to a file can do so in one synchronous write: when a call returns, its record survives the
 * process's own death. A file that ends inside a record loses only that record.
 */
import type { Batch } from "../trace/batch.ts";
import type { Json } from "../trace/event.ts";
import type { ProducerId } from "../trace/ids.ts";
import type { Producer } from "../trace/producer.ts";
import { writeBatch } from "./batch-bytes.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type Committed, CommittedCount } from "./committed.ts";
import { crc32 } from "./crc32.ts";
import { type JournalEnd, type JournalStart, journalMagic, recordType } from "./journal-entry.ts";

const frame = 8;

export class JournalWriter {
  readonly #append: (bytes: Uint8Array) => void;
  readonly #about: Pick<JournalStart, "app" | "host">;
  readonly #out = new ByteWriter();
  readonly #committed = new CommittedCount();
  #begun: boolean;

  /**
   * `append` gets the file's next bytes, valid during the call only; what it throws is passed on. `about`: the
   * program and the machine, for the recording's header. `isBegun`: the file has records already.
   */
  constructor(append: (bytes: Uint8Array) => void, about: Pick<JournalStart, "app" | "host">, isBegun = false) {
    this.#append = append;
    this.#about = about;
    this.#begun = isBegun;
  }

  /** What was handed on so far. */
  get committed(): Committed {
    return this.#committed.value;
  }

  begin(start: Omit<JournalStart, "app" | "host">): void {
    const { lesson, modes, parameters, started, origin, clocks } = start;
    const first = { ...this.#about, lesson, modes, parameters, started, origin, clocks };
    this.#json(recordType.start, first);
    this.#committed.start(first);
  }

  producer(producer: Producer): void {
    this.#json(recordType.producer, producer);
    this.#committed.producer(producer);
  }

  /** Raw stamps, as the producer wrote them. */
  append(batch: Batch): void {
    this.#record(recordType.batch, (out) => writeBatch(out, batch));
    this.#committed.append(batch);
  }

  /** The batch is not to be written, since what came before it could not be. */
  lose(batch: Batch): void {
    this.#committed.lose(batch);
  }

  /** `producer` said that `lastSeq` was its last number. */
  bye(producer: ProducerId, lastSeq: number): void {
    this.#json(recordType.bye, { producer, lastSeq });
  }

  end(end: JournalEnd): void {
    this.#json(recordType.end, end);
    this.#committed.end(end);
  }

  #json(type: number, value: JournalStart | Producer | JournalEnd | Json): void {
    this.#record(type, (out) => out.text(JSON.stringify(value)));
  }

  #record(type: number, fill: (out: ByteWriter) => void): void {
    const out = this.#out;
    out.clear();
    if (!this.#begun) for (const byte of journalMagic) out.byte(byte);
    const start = out.bytes.length;
    out.word(0);
    out.word(0);
    out.byte(type);
    fill(out);
    const payload = out.bytes.subarray(start + frame);
    out.replaceWord(start, payload.length);
    out.replaceWord(start + 4, crc32(payload));
    this.#append(out.bytes);
    this.#begun = true;
  }
}
