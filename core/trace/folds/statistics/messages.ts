/**
 * How long messages took: from sent to received, and from received to handled. A message between main and a program
 * counts for the program's way of running.
 */
import { isLaneId } from "../../ids.ts";
import { Code } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";
import { idName, Pairs } from "./pairs.ts";
import { Samples } from "./samples.ts";

export class MessageFold {
  /** µs from sent to received. */
  readonly latency = new Samples();
  /** µs from received to handled. */
  readonly handling = new Samples();
  readonly #crossings = new Pairs((table, sent, received) => {
    const lane = isMain(table, table.lane(received)) ? table.lane(sent) : table.lane(received);
    this.latency.add(lane, table.t(received) - table.t(sent));
  });
  readonly #received = new Map<number, number>();

  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.messageSent) this.#crossings.first(table, row);
    else if (kind === Code.messageReceived) {
      this.#received.set(idName(table, row), row);
      this.#crossings.second(table, row);
    } else if (kind === Code.messageHandled) this.#handled(table, row);
  }

  /** Received and handled are written by one producer, so they come in this order. */
  #handled(table: TraceTable, row: number): void {
    const name = idName(table, row);
    const received = this.#received.get(name);
    if (received === undefined) return;
    this.#received.delete(name);
    const lane = isMain(table, table.lane(row)) ? table.other(row) : table.lane(row);
    this.handling.add(lane, table.t(row) - table.t(received));
  }
}

function isMain(table: TraceTable, lane: number): boolean {
  return isLaneId(lane) && table.lanes.get(lane)?.runtime === "main";
}
