/**
 * A thread's trace ring: the thread writes, the host reads (core/trace/adapters/threading-ring-reader.ts), nobody
 * waits. Invariants: `write` makes no object and never blocks; an event that does not fit is dropped and counted, and
 * its number is told later by a gap slot, so each number is in the ring once or in exactly one gap; a slot is whole
 * before `written` says that it is there; the last slots are kept for vital kinds (a lane's life).
 */
import {
  gapTime,
  headerBytes,
  inlineUnits,
  longestText,
  longestTold,
  mostTold,
  RingWord,
  SlotByte,
  SlotForm,
  slotBytes,
  slotsFor,
  slotUnits,
} from "./ring-layout.ts";

/** Slots kept for vital events in a ring that is full. */
export const vitalSlots = 64;

/** Memory for a ring. `slots`: a power of two, at least 256. @throws RangeError otherwise. */
export function createRing(slots = 32_768): SharedArrayBuffer {
  if (slots < 256 || (slots & (slots - 1)) !== 0)
    throw new RangeError(`a ring has 2^n slots, 256 or more, not ${slots}`);
  return new SharedArrayBuffer(headerBytes + slots * slotBytes);
}

export class RingWriter {
  /** The number that the next event gets. */
  nextSeq = 0;
  readonly #slots: number;
  readonly #isVital: (kind: number) => boolean;
  readonly #header: Int32Array;
  readonly #headerFloats: Float64Array;
  readonly #floats: Float64Array;
  readonly #ints: Int32Array;
  readonly #shorts: Int16Array;
  readonly #bytes: Uint8Array;
  readonly #units: Uint16Array;
  readonly #told = new Map<string, number>();
  #written: number;
  /** The reader's counter as last looked at: it only grows, so an old value is safe. */
  #read: number;
  #dropping = false;

  constructor(ring: SharedArrayBuffer, isVital: (kind: number) => boolean) {
    this.#slots = (ring.byteLength - headerBytes) / slotBytes;
    this.#isVital = isVital;
    this.#header = new Int32Array(ring, 0, headerBytes / 4);
    this.#headerFloats = new Float64Array(ring, 0, headerBytes / 8);
    this.#floats = new Float64Array(ring, headerBytes);
    this.#ints = new Int32Array(ring, headerBytes);
    this.#shorts = new Int16Array(ring, headerBytes);
    this.#bytes = new Uint8Array(ring, headerBytes);
    this.#units = new Uint16Array(ring, headerBytes);
    this.#written = Atomics.load(this.#header, RingWord.written);
    this.#read = Atomics.load(this.#header, RingWord.read);
  }

  /** Writes one event, or drops it. Returns its number. */
  write(
    kind: number,
    t: number,
    lane: number,
    code: number,
    other: number,
    causeProducer: number,
    causeSeq: number,
    idProducer: number,
    idSeq: number,
    n: number,
    text: string,
  ): number {
    const seq = this.nextSeq++;
    const told = text.length === 0 || text.length > longestTold ? undefined : this.#told.get(text);
    const units = told === undefined ? Math.min(text.length, longestText) : 0;
    const slots = slotsFor(units);
    if (!this.#fits(slots + (this.#dropping ? 1 : 0), kind)) {
      this.#drop(seq, t, lane);
      return seq;
    }
    if (this.#dropping) this.#tellGap();
    const defines = told === undefined && units > 0 && units <= longestTold && this.#told.size < mostTold;
    if (defines) this.#told.set(text, this.#told.size);
    const at = (this.#written & (this.#slots - 1)) * slotBytes;
    this.#put(at, defines ? SlotForm.defines : SlotForm.event, kind, t, lane, seq, n);
    this.#bytes[at + SlotByte.code] = code;
    this.#ints[(at + SlotByte.other) >> 2] = other;
    this.#ints[(at + SlotByte.causeSeq) >> 2] = causeSeq;
    this.#ints[(at + SlotByte.idSeq) >> 2] = idSeq;
    this.#shorts[(at + SlotByte.causeProducer) >> 1] = causeProducer;
    this.#shorts[(at + SlotByte.idProducer) >> 1] = idProducer;
    this.#ints[(at + SlotByte.text) >> 2] = told === undefined ? units : -1 - told;
    if (units > 0) this.#putText(at, text, units);
    this.#publish(slots);
    return seq;
  }

  #put(at: number, form: number, kind: number, t: number, lane: number, seq: number, n: number): void {
    this.#floats[(at + SlotByte.t) >> 3] = t;
    this.#floats[(at + SlotByte.n) >> 3] = n;
    this.#ints[(at + SlotByte.lane) >> 2] = lane;
    this.#bytes[at + SlotByte.kind] = kind;
    this.#bytes[at + SlotByte.form] = form;
    this.#ints[(at + SlotByte.seq) >> 2] = seq;
  }

  #putText(at: number, text: string, length: number): void {
    const units = this.#units;
    const mask = this.#slots * slotUnits - 1;
    const first = (at >> 1) + slotUnits - inlineUnits;
    for (let i = 0; i < length; i++) units[(first + i) & mask] = text.charCodeAt(i);
  }

  #fits(slots: number, kind: number): boolean {
    if (this.#free() >= slots + vitalSlots) return true;
    this.#read = Atomics.load(this.#header, RingWord.read);
    return this.#free() >= slots + vitalSlots || (this.#isVital(kind) && this.#free() >= slots);
  }

  #free(): number {
    return this.#slots - ((this.#written - this.#read) >>> 0);
  }

  #publish(slots: number): void {
    this.#written = (this.#written + slots) | 0;
    Atomics.store(this.#header, RingWord.written, this.#written);
  }

  #drop(seq: number, t: number, lane: number): void {
    if (!this.#dropping) {
      this.#dropping = true;
      this.#header[RingWord.gapFrom] = seq;
      this.#header[RingWord.gapLane] = lane;
      this.#headerFloats[gapTime] = t;
    }
    this.#header[RingWord.gapTo] = seq;
    Atomics.add(this.#header, RingWord.dropped, 1);
    Atomics.store(this.#header, RingWord.dropping, 1);
  }

  #tellGap(): void {
    const header = this.#header;
    const at = (this.#written & (this.#slots - 1)) * slotBytes;
    const t = this.#headerFloats[gapTime] ?? 0;
    this.#put(
      at,
      SlotForm.gap,
      0,
      t,
      header[RingWord.gapLane] ?? 0,
      header[RingWord.gapFrom] ?? 0,
      header[RingWord.gapTo] ?? 0,
    );
    this.#publish(1);
    this.#dropping = false;
    Atomics.store(header, RingWord.dropping, 0);
  }
}
