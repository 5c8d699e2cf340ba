/**
 * Fold: the numbers of a run, side by side by way of running. Feeds every row to the small folds beside it and sums
 * them up when asked.
 */
import type { Runtime } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";
import { CancelFold } from "./cancels.ts";
import { FrameFold } from "./frames.ts";
import { JoinFold } from "./joins.ts";
import { MessageFold } from "./messages.ts";
import type { Summary } from "./samples.ts";
import { SignalFold } from "./signals.ts";

/** All durations in µs; null where nothing was measured. */
export interface ModeStatistics {
  readonly frames: number;
  /** From due to written. */
  readonly frameLateness: Summary | null;
  /** From `signal.set` to `signal.seen`. */
  readonly askedSeen: Summary | null;
  readonly requestedDelivered: Summary | null;
  readonly deliveredEnded: Summary | null;
  readonly requestedEnded: Summary | null;
  /** From asking to join to going on. */
  readonly join: Summary | null;
  /** From the joined lane's end to going on. */
  readonly joinLatency: Summary | null;
  /** From sent to received. */
  readonly messageLatency: Summary | null;
  /** From received to handled. */
  readonly messageHandling: Summary | null;
}

export class StatisticsFold {
  readonly #frames = new FrameFold();
  readonly #signals = new SignalFold();
  readonly #cancels = new CancelFold();
  readonly #joins = new JoinFold();
  readonly #messages = new MessageFold();

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    this.#frames.row(table, row);
    this.#signals.row(table, row);
    this.#cancels.row(table, row);
    this.#joins.row(table, row);
    this.#messages.row(table, row);
  }

  /** The numbers of one way of running. */
  of(table: TraceTable, runtime: Runtime): ModeStatistics {
    return {
      frames: this.#frames.count(table, runtime),
      frameLateness: this.#frames.lateness.of(table, runtime),
      askedSeen: this.#signals.askedSeen.of(table, runtime),
      requestedDelivered: this.#cancels.requestedDelivered.of(table, runtime),
      deliveredEnded: this.#cancels.deliveredEnded.of(table, runtime),
      requestedEnded: this.#cancels.requestedEnded.of(table, runtime),
      join: this.#joins.waited.of(table, runtime),
      joinLatency: this.#joins.latency.of(table, runtime),
      messageLatency: this.#messages.latency.of(table, runtime),
      messageHandling: this.#messages.handling.of(table, runtime),
    };
  }
}
