/**
 * The names by which a recording refers to things: producers, lanes and events.
 * Invariants: a lane id carries its maker's producer id in its high bits, so that any producer can
 * make one without asking anybody; an event is named by its producer and its number there.
 */
declare const producerBrand: unique symbol;
declare const laneBrand: unique symbol;

/** A producer of events: one numbered stream (see trace-format: role, pid, thread, epoch). 0 to 2046. */
export type ProducerId = number & { readonly [producerBrand]: true };
/** A lane of the timeline: a process, thread, loop, task or lock. Fits a signed 32-bit integer. */
export type LaneId = number & { readonly [laneBrand]: true };
/** An event's name: its producer, and its number within that producer. */
export type EventRef = readonly [producer: ProducerId, seq: number];

/** Lanes one producer can make before its ids run into the next producer's. */
export const lanesPerProducer = 2 ** 20;
/** Producers one recording can hold: lane ids stay within 31 bits. */
export const producersPerRecording = 2047;
/** In columns: "no producer", hence no event is named. */
export const noProducer = -1;
/** In columns: "no lane". */
export const noLane = -1;

/** The one door into `ProducerId`. @throws RangeError outside 0 … 2046. */
export function producerId(value: number): ProducerId {
  if (!isProducerId(value)) throw new RangeError(`producer id ${value} is not an integer from 0 to 2046`);
  return value;
}

/** Whether a number can be a producer id. */
export function isProducerId(value: number): value is ProducerId {
  return Number.isInteger(value) && value >= 0 && value < producersPerRecording;
}

/** The one door into `LaneId`. @throws RangeError when it does not fit a signed 32-bit integer. */
export function laneId(value: number): LaneId {
  if (!isLaneId(value)) throw new RangeError(`lane id ${value} is not a 32-bit integer`);
  return value;
}

/** Whether a number can be a lane id; `noLane` is none. */
export function isLaneId(value: number): value is LaneId {
  return (value | 0) === value && value !== noLane;
}

/**
 * A lane id as a file may have it: any integer. Only ids for which `isLaneId` holds fit into columns; an importer
 * gives the others an alias (import-recording.ts). @throws RangeError when it is no safe integer.
 */
export function fileLaneId(value: number): LaneId {
  if (!Number.isSafeInteger(value)) throw new RangeError(`lane id ${value} is not an integer`);
  return value as LaneId;
}

/** The `index`-th lane that `producer` makes. Index 0 is by custom the producer's process lane. */
export function laneOf(producer: ProducerId, index: number): LaneId {
  return laneId(producer * lanesPerProducer + index);
}

/** The number of the producer that made a lane; below 0 for `noLane`. */
export function makerOf(lane: number): number {
  return Math.floor(lane / lanesPerProducer);
}
