/**
 * Which source line a lane was on when an event of its own happened: found by going back from that event through what
 * its producer said before, so that no index of all lines has to be kept.
 */
import { Code } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";

/** Events that are looked at: a lane's line stands a few before whatever it then does. */
const lookedAt = 512;

/** The row of the lane's last `line` event at or before `row`; −1 when there is none near. */
export function lineBefore({ table, events }: Recording, row: number): number {
  const lane = table.lane(row);
  const producer = table.producer(row);
  const seq = table.seq(row);
  for (let back = 0; back < lookedAt && back <= seq; back++) {
    const at = events.of(producer, seq - back);
    if (at < 0) return -1;
    if (table.kind(at) === Code.line && table.lane(at) === lane) return at;
  }
  return -1;
}
