/**
 * How long a note holds. Invariant: none outlives what it speaks of: "What was shown before is
 * still here" goes when something else is shown, "A run is on" when the run is over.
 */
import { effect } from "@preact/signals";
import { isOn } from "./permitted.ts";
import type { PageState } from "./state.ts";

/** Takes each note away as soon as it holds no more. To be called before what is known of main's state changes. */
export function forgetNotes(state: PageState): void {
  let known = situation(state);
  effect(() => {
    const now = situation(state);
    const runIsOver = known.run && !now.run;
    const somethingElse = (now.run && !known.run) || now.shown !== known.shown || begins(known.opening, now.opening);
    known = now;
    const until = state.note.peek()?.until;
    if (until === "dismissed") return;
    if (somethingElse || (runIsOver && until === "run-over")) state.note.value = undefined;
  });
}

interface Situation {
  readonly run: boolean;
  readonly shown: number | undefined;
  readonly opening: string | undefined;
}

function situation({ run, recording }: PageState): Situation {
  const { shown, opening } = recording.value;
  return { run: isOn(run.value), shown: shown?.number, opening: opening?.name };
}

const begins = (before: string | undefined, now: string | undefined): boolean => now !== undefined && now !== before;
