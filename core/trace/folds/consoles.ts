/**
 * Fold: the console of each way of running, from `output` rows. A row may come before its lane is declared, which
 * another producer wrote; it waits until then.
 */

import { isLaneId } from "../ids.ts";
import { Code, type Runtime } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { Console } from "./console.ts";
import { OrderedConsole } from "./ordered-console.ts";

const empty = new Console();

export class ConsoleFold {
  readonly #consoles = new Map<Runtime, OrderedConsole>();
  readonly #waiting = new Map<number, number[]>();

  /** What the console of `runtime` shows now. */
  of(runtime: Runtime): Console {
    return this.#consoles.get(runtime)?.console ?? empty;
  }

  /** What it showed at `t`, µs. */
  at(runtime: Runtime, t: number): Console {
    return this.#consoles.get(runtime)?.at(t) ?? empty;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.output) this.#output(table, row);
    else if (kind === Code.laneCreated) this.#declared(table, table.lane(row));
  }

  #output(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    const runtime = runtimeOf(table, lane);
    if (runtime !== undefined) {
      this.#console(table, runtime).add(row);
      return;
    }
    const waiting = this.#waiting.get(lane);
    if (waiting === undefined) this.#waiting.set(lane, [row]);
    else waiting.push(row);
  }

  #declared(table: TraceTable, lane: number): void {
    const rows = this.#waiting.get(lane);
    if (rows === undefined) return;
    this.#waiting.delete(lane);
    for (const row of rows) this.#output(table, row);
  }

  #console(table: TraceTable, runtime: Runtime): OrderedConsole {
    let console = this.#consoles.get(runtime);
    if (console === undefined) {
      console = new OrderedConsole(table);
      this.#consoles.set(runtime, console);
    }
    return console;
  }
}

function runtimeOf(table: TraceTable, lane: number): Runtime | undefined {
  return isLaneId(lane) ? table.lanes.get(lane)?.runtime : undefined;
}
