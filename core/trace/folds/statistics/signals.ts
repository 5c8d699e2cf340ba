/**
 * How long a thread that was asked to stop took to notice: from `signal.set` to `signal.seen`.
 */
import { Code } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";
import { Pairs } from "./pairs.ts";
import { Samples } from "./samples.ts";

export class SignalFold {
  /** µs, on the lane that noticed. */
  readonly askedSeen = new Samples();
  readonly #pairs = new Pairs((table, set, seen) => {
    this.askedSeen.add(table.lane(seen), table.t(seen) - table.t(set));
  });

  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.signalSet) this.#pairs.first(table, row);
    else if (kind === Code.signalSeen) this.#pairs.second(table, row);
  }
}
