/**
 * How far a recording can be trusted: the clocks' error and what was lost, always in sight beside its numbers; and
 * which instant the programs are shown at, when it is not the last.
 */
import type { ReadonlySignal } from "@preact/signals";
import type { Stage } from "../../core/contract/worker-protocol.ts";
import { milliseconds, wholeNumber } from "../../core/i18n/index.ts";
import { text } from "../app/language.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { bareSeconds } from "./instant.ts";

export interface TrustProps {
  readonly stage: ReadonlySignal<Stage | undefined>;
  readonly timeline: TimelineClient;
}

export function Trust({ stage: { value: stage }, timeline }: TrustProps) {
  if (stage === undefined) return null;
  return (
    <ul class="trust">
      <li>{clockText(stage)}</li>
      <li>{text("statistics.events", { events: wholeNumber(stage.events) })}</li>
      <li class={stage.dropped > 0 ? "trouble" : undefined}>
        {text("statistics.lost", { lost: wholeNumber(stage.dropped) })}
      </li>
      {stage.past === true && (
        <li class="past">
          {text("statistics.past", { at: bareSeconds(stage.at) })}{" "}
          <button type="button" class="link" onClick={() => timeline.deselect()}>
            {text("statistics.past.end")}
          </button>
        </li>
      )}
    </ul>
  );
}

function clockText({ errorUs, modes }: Stage): string {
  if (errorUs !== undefined) return text("statistics.clock", { error: milliseconds(errorUs / 1_000) });
  // Main and its utility processes live on one clock; only the page's has to be aligned with it.
  return text(modes.some(({ mode }) => mode === "coroutines") ? "statistics.clock.unknown" : "statistics.clock.one");
}
