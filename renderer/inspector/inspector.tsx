/** The column of numbers: what a run measured, each mode in a column of its own, and how far the clock can be trusted. */
import { useComputed } from "@preact/signals";
import type { RunState } from "../../core/contract/run.ts";
import type { Stage } from "../../core/contract/worker-protocol.ts";
import { milliseconds, wholeNumber } from "../../core/i18n/index.ts";
import { language, text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { scrollRegion } from "../ui/scroll-region.ts";
import { StatisticsTable } from "./statistics-table.tsx";

export function Inspector({ state }: { readonly state: PageState }) {
  const stage = state.stage.value;
  const answered = useComputed(() => allAnswered(state.run.value, state.lesson.modes.length));
  const words = state.lesson.words[language.value];
  const begun = stage !== undefined && stage.modes.length > 0;
  return (
    <section class="inspector" {...scrollRegion(text("region.inspector"))}>
      <h2>{begun ? text("statistics.title") : words.title}</h2>
      {begun ? (
        <>
          <Trust stage={stage} />
          <StatisticsTable modes={stage.modes} />
          {answered.value && <p class="words">{words.after}</p>}
        </>
      ) : (
        <>
          <p class="words">{words.before}</p>
          <p class="hint">{text("statistics.before")}</p>
        </>
      )}
    </section>
  );
}

/** Whether every mode of the lesson ran and returned: then, and only then, the lesson's last words are true. */
function allAnswered(run: RunState, modes: number): boolean {
  return run.modes.length === modes && run.modes.every(({ outcome }) => outcome?.how === "returned");
}

/** How far the recording can be trusted: always in sight beside its numbers. */
function Trust({ stage }: { readonly stage: Stage }) {
  return (
    <ul class="trust">
      <li>{clockText(stage)}</li>
      <li>{text("statistics.events", { events: wholeNumber(stage.events) })}</li>
      <li class={stage.dropped > 0 ? "trouble" : undefined}>
        {text("statistics.lost", { lost: wholeNumber(stage.dropped) })}
      </li>
    </ul>
  );
}

function clockText({ errorUs, modes }: Stage): string {
  if (errorUs !== undefined) return text("statistics.clock", { error: milliseconds(errorUs / 1_000) });
  // Main and its utility processes live on one clock; only the page's has to be aligned with it.
  return text(modes.some(({ mode }) => mode === "coroutines") ? "statistics.clock.unknown" : "statistics.clock.one");
}
