/**
 * The column beside the timeline: what is selected there, what the run measured, and the lesson's words, before the run
 * and after it. How far the clock can be trusted stays in sight while the rest scrolls.
 */
import { useComputed } from "@preact/signals";
import type { Lesson } from "../../lessons/lesson.ts";
import { language, text } from "../app/language.ts";
import type { Shown } from "../app/shown.ts";
import type { PageState } from "../app/state.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { scrollRegion } from "../ui/scroll-region.ts";
import { Details } from "./details.tsx";
import { EventTable } from "./event-table.tsx";
import { LookHere } from "./look-here.tsx";
import { StatisticsTable } from "./statistics-table.tsx";
import { Trust } from "./trust.tsx";

export interface InspectorProps {
  readonly state: PageState;
  readonly timeline: TimelineClient;
}

export function Inspector({ state, timeline }: InspectorProps) {
  // Another lesson, or its first recording, begins at the top of the column: hence the key.
  // The stage is told thirty times a second: only what shows its numbers is drawn again as often.
  const begun = useComputed(() => (state.stage.value?.modes.length ?? 0) > 0).value;
  return (
    <div class="inspector">
      {begun && <Trust stage={state.stage} timeline={timeline} />}
      {begun && <Details timeline={timeline} />}
      <div
        key={`${state.lesson.value.id} ${begun}`}
        class="inspector-column"
        {...scrollRegion(text("region.inspector"))}
      >
        {begun && <StatisticsTable stage={state.stage} />}
        <Words state={state} timeline={timeline} begun={begun} />
        {begun && <EventTable timeline={timeline} />}
      </div>
    </div>
  );
}

/** What the lesson says: what to expect, until its programs have answered; from then on what was to be seen. */
function Words({ state, timeline, begun }: InspectorProps & { readonly begun: boolean }) {
  const answered = useComputed(() => allAnswered(state.shown.value, state.lesson.value));
  const lesson = state.lesson.value;
  const words = lesson.words[language.value];
  return (
    <>
      {!begun && <h2>{words.title}</h2>}
      {(!begun || answered.value) && <p class="words">{begun ? words.after : words.before}</p>}
      <LookHere lesson={lesson} found={begun ? timeline.lookHere.value : []} timeline={timeline} />
      {!begun && <p class="hint">{text("statistics.before")}</p>}
    </>
  );
}

/** Whether every mode of the lesson ran and returned: then, and only then, the lesson's last words are true. */
function allAnswered(shown: Shown | undefined, lesson: Lesson): boolean {
  return (
    shown !== undefined &&
    shown.modes.length === lesson.modes.length &&
    shown.modes.every(({ outcome }) => outcome?.how === "returned")
  );
}
