/**
 * From when to when each clock of a journal was read, and its exchanges with main's: enough to say where the recording
 * ends on main's clock and how far its stamps can be trusted, without holding an event.
 */
import { learnExchanges } from "../runs/align-batch.ts";
import type { Batch } from "../trace/batch.ts";
import { Alignment } from "../trace/clock/alignment.ts";
import type { ClockExchange } from "../trace/clock/exchange.ts";
import { toNanos } from "../trace/clock/row-times.ts";
import type { Clock } from "../trace/producer.ts";

interface Span {
  from: number;
  to: number;
  readonly exchanges: ClockExchange[];
}

export class ClockSpans {
  readonly #spans = new Map<number, Span>();

  /** Takes in a batch that was stamped by `clock`. Stamps of one producer never fall. */
  add(batch: Batch, clock: number): void {
    const { t } = batch.columns;
    const span = this.#spans.get(clock) ?? { from: Infinity, to: -Infinity, exchanges: [] };
    this.#spans.set(clock, span);
    span.from = Math.min(span.from, t[0] ?? Infinity);
    span.to = Math.max(span.to, t[batch.count - 1] ?? -Infinity);
    learnExchanges(batch, { add: (exchange) => void span.exchanges.push(exchange) });
  }

  /** The last instant of any clock, µs since `origin` (on main's clock, µs), as the recording will say it. */
  end(clocks: readonly Clock[], origin: number): number {
    const ends = [...this.#spans].map(([id, { to, exchanges }]) => {
      const kind = clocks.find((clock) => clock.id === id)?.kind ?? "hrtime";
      if (kind === "virtual") return to;
      return toNanos(kind === "hrtime" ? to - origin : Alignment.of(exchanges).toMain(to));
    });
    return ends.reduce((latest, end) => Math.max(latest, end), 0);
  }

  /** Bound on the error of the stamps of every clock but main's, µs; null when there is none. */
  errorUs(clocks: readonly Clock[]): number | null {
    const errors = [...this.#spans].flatMap(([id, { from, to, exchanges }]) => {
      if (clocks.find((clock) => clock.id === id)?.kind !== "performance") return [];
      const bound = Alignment.of(exchanges).worstErrorUs(from, to);
      return [toNanos(Number.isFinite(bound) ? bound : to - from)];
    });
    return errors.length === 0 ? null : errors.reduce((worst, error) => Math.max(worst, error));
  }
}
