/**
 * The column at the window's side: the lessons to choose from and, where there is room, what the open one says. In a
 * narrow window only the list is here, and lies over the programs.
 */
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { scrollRegion } from "../ui/scroll-region.ts";
import { Guide } from "./guide.tsx";
import { LessonList } from "./lesson-list.tsx";

export interface SideProps {
  readonly state: PageState;
  readonly timeline: TimelineClient;
}

export function Side({ state, timeline }: SideProps) {
  return (
    <div class="side" hidden={!state.lessonsOpen.value}>
      <LessonList state={state} />
      {state.guideBesideList.value && (
        // Another lesson begins at its first word: hence the key.
        <div key={state.lesson.value.id} class="side-guide" {...scrollRegion(text("region.guide"))}>
          <Guide state={state} timeline={timeline} />
        </div>
      )}
    </div>
  );
}
