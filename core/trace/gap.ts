/**
 * A hole in a producer's numbers, as the one-row batch that stands in its place: `s` = the first lost number,
 * `n` = the last, `text` = why.
 */
import type { Batch } from "./batch.ts";
import { createColumns } from "./columns.ts";
import { noLane, noProducer, type ProducerId } from "./ids.ts";
import { Code } from "./kinds.ts";

/** The batch that says: numbers `from` to `to` of `producer` are lost. `t` in µs on the producer's clock. */
export function gapBatch(
  producer: ProducerId,
  from: number,
  to: number,
  t: number,
  lane: number,
  reason: string,
): Batch {
  const columns = createColumns(1);
  columns.kind[0] = Code.gap;
  columns.t[0] = t;
  columns.lane[0] = lane;
  columns.other[0] = noLane;
  columns.causeProducer[0] = noProducer;
  columns.idProducer[0] = noProducer;
  columns.n[0] = to;
  return { producer, from, count: 1, columns, texts: [reason] };
}
