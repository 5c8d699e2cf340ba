/**
 * Reads a journal from bytes that come in pieces, and salvages every whole record: it stops at the first one that is
 * torn or damaged, and says where and why. What comes after such a place can't be trusted to be in order.
 */
import { producerSchema } from "../contract/schema.ts";
import { readBatch } from "./batch-bytes.ts";
import { ByteReader } from "./byte-reader.ts";
import { crc32 } from "./crc32.ts";
import {
  byeSchema,
  endSchema,
  type JournalEntry,
  journalMagic,
  longestRecord,
  recordType,
  startSchema,
} from "./journal-entry.ts";

/** Where reading stopped before the end of the file, and why. */
export interface JournalDamage {
  /** Bytes from the file's start: so much of it is whole. */
  readonly at: number;
  readonly reason: string;
}

const frame = 8;

export class JournalReader {
  /** Bytes that were not read yet, in the pieces they came in; put together once they make a record. */
  #held: Uint8Array[] = [];
  #heldLength = 0;
  /** Bytes there must be before anything is whole. */
  #wanted = 0;
  #at = 0;
  #damage: JournalDamage | undefined;

  /** The entries that these bytes complete; none any more after damage. */
  push(bytes: Uint8Array): readonly JournalEntry[] {
    if (this.#damage !== undefined) return [];
    // The caller may use its buffer again.
    this.#held.push(bytes.slice());
    this.#heldLength += bytes.length;
    if (this.#heldLength < this.#wanted) return [];
    const data = concatenated(this.#held, this.#heldLength);
    const entries: JournalEntry[] = [];
    let at = 0;
    for (;;) {
      const size = this.#nextSize(data, at);
      this.#wanted = size ?? 0;
      if (size === undefined || at + size > data.length) break;
      if (this.#at > 0) {
        const entry = this.#entry(data.subarray(at, at + size));
        if (entry === undefined) return entries;
        entries.push(entry);
      }
      at += size;
      this.#at += size;
    }
    this.#held = [data.subarray(at)];
    this.#heldLength = data.length - at;
    return entries;
  }

  /** Where and why nothing more is to be had, for a reader that knows that there was more. */
  get whyEnded(): JournalDamage {
    return this.end() ?? { at: this.#at, reason: "the file ends early" };
  }

  /** There are no more bytes. Returns the damage, if reading stopped before the end. */
  end(): JournalDamage | undefined {
    if (this.#damage !== undefined) return this.#damage;
    if (this.#at === 0) return { at: 0, reason: "the file is too short to be a journal" };
    if (this.#heldLength === 0) return undefined;
    return { at: this.#at, reason: "the file ends inside a record" };
  }

  /** Bytes of what stands at `at`: the magic or a record; undefined when they aren't there yet, or on damage. */
  #nextSize(data: Uint8Array, at: number): number | undefined {
    if (this.#at === 0) {
      const isJournal = journalMagic.every((byte, index) => index >= data.length || data[index] === byte);
      if (!isJournal) this.#damaged("the file is no journal of this version of Spinscope");
      return isJournal ? journalMagic.length : undefined;
    }
    if (at + frame > data.length) return undefined;
    const length = new ByteReader(data.subarray(at, at + 4)).word();
    if (length <= longestRecord) return frame + length;
    this.#damaged(`a record says it has ${length} bytes`);
    return undefined;
  }

  #entry(record: Uint8Array): JournalEntry | undefined {
    const head = new ByteReader(record.subarray(4, frame));
    const payload = record.subarray(frame);
    if (head.word() !== crc32(payload)) return this.#damaged("a record's checksum is wrong");
    try {
      return parse(new ByteReader(payload));
    } catch (error) {
      return this.#damaged(error instanceof Error ? error.message : String(error));
    }
  }

  #damaged(reason: string): undefined {
    this.#damage = { at: this.#at, reason };
    return undefined;
  }
}

function parse(payload: ByteReader): JournalEntry {
  const type = payload.byte();
  switch (type) {
    case recordType.start:
      return { type: "start", start: startSchema.parse(JSON.parse(payload.text())) };
    case recordType.producer:
      return { type: "producer", producer: producerSchema.parse(JSON.parse(payload.text())) };
    case recordType.batch:
      return { type: "batch", batch: readBatch(payload) };
    case recordType.bye:
      return { type: "bye", bye: byeSchema.parse(JSON.parse(payload.text())) };
    case recordType.end:
      return { type: "end", end: endSchema.parse(JSON.parse(payload.text())) };
    default:
      throw new RangeError(`a record has the unknown type ${type}`);
  }
}

function concatenated(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
