/**
 * Checks a recording's invariants in one pass over its events in the file's order. What is kept grows with lanes and
 * with what is still to be answered, not with events.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { Recording, RecordingHeader } from "../recording.ts";
import type { Warning } from "../warnings/warning.ts";
import { warningFolds } from "../warnings/warning-folds.ts";
import { CancelledDeliveredInvariant } from "./cancelled-delivered.ts";
import { CancelsInvariant } from "./cancels.ts";
import { type Breach, CheckContext } from "./check-context.ts";
import { DeclaredInvariant } from "./declared.ts";
import type { Invariant } from "./invariant.ts";
import { JoinsInvariant } from "./joins.ts";
import { LaneEndsInvariant } from "./lane-ends.ts";
import { MessagesInvariant } from "./messages.ts";
import { NumbersInvariant } from "./numbers.ts";
import { OneAtATimeInvariant } from "./one-at-a-time.ts";
import { OpenAfterDeathInvariant } from "./open-after-death.ts";
import { ParentsInvariant } from "./parents.ts";
import { TimeOrderInvariant } from "./time-order.ts";

/** What the file's last line claims. */
export interface ClaimedTotals {
  readonly events: number;
  readonly dropped: number;
}

export interface CheckResult {
  /** Empty when every invariant holds. */
  readonly breaches: readonly Breach[];
  readonly warnings: readonly Warning[];
  readonly events: number;
  readonly dropped: number;
}

export class RecordingCheck {
  readonly #context: CheckContext;
  readonly #invariants: readonly Invariant[];
  readonly #warnings = warningFolds();
  #events = 0;

  constructor(header: RecordingHeader) {
    const context = new CheckContext(header);
    this.#context = context;
    this.#invariants = [
      new NumbersInvariant(context),
      new TimeOrderInvariant(context),
      new DeclaredInvariant(context),
      new ParentsInvariant(context),
      new MessagesInvariant(context),
      new CancelsInvariant(context),
      new CancelledDeliveredInvariant(context),
      new JoinsInvariant(context),
      new OneAtATimeInvariant(context),
      new LaneEndsInvariant(context),
      new OpenAfterDeathInvariant(context),
    ];
  }

  event(event: AnyEvent): void {
    this.#events += 1;
    this.#context.enter(event);
    for (const invariant of this.#invariants) {
      invariant.any?.(event);
      if (isKnown(event)) invariant.known?.(event);
    }
    for (const warning of this.#warnings) warning.event(event);
  }

  /** `totals`: what the last line claims; undefined for a recording that has none, or that was cut short. */
  end(totals: ClaimedTotals | undefined, wasCut = false): CheckResult {
    const context = this.#context;
    if (!wasCut) for (const invariant of this.#invariants) invariant.end?.();
    if (totals !== undefined) this.#compare(totals);
    return {
      breaches: context.breaches,
      warnings: this.#warnings.flatMap((warning) => warning.warnings(context.header)),
      events: this.#events,
      dropped: context.dropped,
    };
  }

  #compare({ events, dropped }: ClaimedTotals): void {
    if (events !== this.#events) {
      this.#context.breach("totals", `the last line says ${events} events, and there are ${this.#events}`);
    }
    if (dropped !== this.#context.dropped) {
      this.#context.breach(
        "totals",
        `the last line says ${dropped} were dropped, and the gaps say ${this.#context.dropped}`,
      );
    }
  }
}

/** Checks a whole recording that is at hand. */
export function checkRecording(recording: Recording): CheckResult {
  const check = new RecordingCheck(recording.header);
  for (const event of recording.events) check.event(event);
  return check.end(undefined);
}
