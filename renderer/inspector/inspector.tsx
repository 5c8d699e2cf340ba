/**
 * The column beside the timeline: what is selected there, what the run measured, and, where they don't stand below the
 * list of lessons, the lesson's words. How far the clock can be trusted stays in sight while the rest scrolls.
 */
import { useComputed } from "@preact/signals";
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { Guide } from "../lessons/guide.tsx";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { scrollRegion } from "../ui/scroll-region.ts";
import { Details } from "./details.tsx";
import { EventTable } from "./event-table.tsx";
import { StatisticsTable } from "./statistics-table.tsx";
import { Trust } from "./trust.tsx";

export interface InspectorProps {
  readonly state: PageState;
  readonly timeline: TimelineClient;
}

export function Inspector({ state, timeline }: InspectorProps) {
  // Another lesson, or another recording, begins at the top of the column: hence the key.
  // The stage is told thirty times a second: only what shows its numbers is drawn again as often.
  const begun = useComputed(() => (state.stage.value?.modes.length ?? 0) > 0).value;
  const run = useComputed(() => state.stage.value?.run ?? 0).value;
  return (
    <div class="inspector">
      {begun && <Trust stage={state.stage} timeline={timeline} />}
      {begun && <Details timeline={timeline} />}
      <div
        key={`${state.lesson.value.id} ${run} ${begun}`}
        class="inspector-column"
        {...scrollRegion(text("region.inspector"))}
      >
        {begun && <StatisticsTable stage={state.stage} />}
        {!begun && <p class="hint">{text("statistics.before")}</p>}
        {!state.guideBesideList.value && <Guide state={state} timeline={timeline} />}
        {begun && <EventTable timeline={timeline} />}
      </div>
    </div>
  );
}
