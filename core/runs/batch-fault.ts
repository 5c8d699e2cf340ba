/**
 * Whether a batch can be what its sender says: rows that are events, on lanes and of producers that are the sender's
 * own. Main asks before it takes a batch in, since a page or a utility process that was taken over may send anything:
 * with this, all it can spoil is what is told of itself.
 */
import { lastNumber } from "../contract/schema.ts";
import type { Batch } from "../trace/batch.ts";
import { makerOf, noLane } from "../trace/ids.ts";
import { Code, runtimes } from "../trace/kinds.ts";
import { rowFault } from "../trace/row-fault.ts";

/** What main knows of whoever sends. */
export interface BatchSender {
  /** Whether that producer's id is the sender's to use. */
  readonly owns: (producer: number) => boolean;
  /** Which runtime its lanes belong to. */
  readonly runtime: string;
  /** Id of the clock that it stamps by. */
  readonly clock: number;
}

/** Why the batch is not taken in; undefined when it may be. */
export function batchFault(batch: Batch, sender: BatchSender): string | undefined {
  if (!sender.owns(batch.producer)) return `producer ${batch.producer} is another's`;
  if (batch.columns.kind[0] === Code.gap) return gapFault(batch);
  for (let row = 0; row < batch.count; row++) {
    const fault = rowFault(batch.columns, row, batch.texts) ?? ownFault(batch, row, sender);
    if (fault !== undefined) return `event ${batch.from + row} of producer ${batch.producer}: ${fault}`;
  }
  return undefined;
}

/** A gap stands for numbers from its own on, alone in its batch; it may stand on no lane of the sender's. */
function gapFault({ from, count, columns, texts }: Batch): string | undefined {
  const to = columns.n[0] ?? Number.NaN;
  if (count !== 1) return "a gap is not alone in its batch";
  if (!Number.isInteger(to) || to < from || to > lastNumber) return `a gap from ${from} ends at ${to}`;
  return rowFault(columns, 0, texts);
}

function ownFault({ columns }: Batch, row: number, { owns, runtime, clock }: BatchSender): string | undefined {
  const isOwn = (lane: number): boolean => owns(makerOf(lane));
  const lane = columns.lane[row] ?? noLane;
  if (!isOwn(lane)) return `lane ${lane} is another's`;
  switch (columns.kind[row]) {
    case Code.gap:
      return "a gap is not alone in its batch";
    case Code.clock:
      return columns.other[row] === clock ? undefined : `clock ${columns.other[row]} is another's`;
    case Code.laneCreated: {
      const parent = columns.n[row] ?? noLane;
      if (parent !== noLane && !isOwn(parent)) return `its parent ${parent} is another's`;
      const of = runtimes[(columns.code[row] ?? 0) >> 4];
      return of === runtime ? undefined : `a lane of ${of} is another's`;
    }
    default:
      return undefined;
  }
}
