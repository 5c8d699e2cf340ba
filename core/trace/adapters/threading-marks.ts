/**
 * Marks: how an event's name fits in one integer, since the threading module keeps it in shared memory for whoever
 * causes the next event. 0 is no event, as in fresh memory.
 */
import { noProducer, type ProducerId } from "../ids.ts";

const perProducer = 2 ** 32;

/** The mark of event `seq` of `producer`: below 2^44. */
export function markOf(producer: ProducerId, seq: number): number {
  return (producer + 1) * perProducer + seq;
}

/** The producer in a mark; `noProducer` in 0. */
export function markProducer(mark: number): number {
  return mark === 0 ? noProducer : Math.floor(mark / perProducer) - 1;
}

/** The number in a mark; 0 in 0. */
export function markSeq(mark: number): number {
  return mark % perProducer;
}
