/**
 * Where an event lies in a thread's ring: a header, then slots of 64 bytes. An event is one slot; a text that does
 * not fit in the 8 units at its end runs on through the slots after it, without a break, and around the ring's end.
 * Byte offsets within a slot, except where said.
 */

export const slotBytes = 64;
/** Two cache lines: the writer's counter in one, the reader's in the other. */
export const headerBytes = 128;

/** Words of the header. Counters count slots and wrap at 2^32. */
export const RingWord = {
  /** Slots published. The writer's. */
  written: 0,
  /** 1 while numbers are dropped that no gap slot tells of yet. The writer's. */
  dropping: 1,
  /** First and last of them; the lane and, as a float at `gapTime`, the µs of the first. */
  gapFrom: 2,
  gapTo: 3,
  gapLane: 4,
  /** Events dropped in all. */
  dropped: 5,
  /** Slots taken out. The reader's. */
  read: 16,
} as const;
/** Index of a 64-bit float in the header. */
export const gapTime = 4;

export const SlotByte = {
  t: 0,
  n: 8,
  lane: 16,
  other: 20,
  causeSeq: 24,
  idSeq: 28,
  causeProducer: 32,
  idProducer: 34,
  kind: 36,
  code: 37,
  form: 38,
  seq: 40,
  /** Units of text that follow; or −1 − the index of a text told before. */
  text: 44,
  units: 48,
} as const;

/** UTF-16 units a slot holds at its end, and a following slot holds in all. */
export const inlineUnits = (slotBytes - SlotByte.units) / 2;
export const slotUnits = slotBytes / 2;

export const SlotForm = {
  event: 0,
  /** Numbers `seq` to `n` were dropped. */
  gap: 1,
  /** An event whose text gets the next index in the ring's table of texts. */
  defines: 2,
} as const;

/** Longest text that gets an index, and how many do. */
export const longestTold = 64;
export const mostTold = 512;

/** Longest text of one event, in units: what a batch may carry. A longer one is cut. */
export const longestText = 65_536;

/** Slots that a text of that many units needs, its event's own included. */
export function slotsFor(units: number): number {
  return units <= inlineUnits ? 1 : 1 + Math.ceil((units - inlineUnits) / slotUnits);
}
