/**
 * What the open lesson says: what to expect until its programs have answered, from then on what was to be seen; and the
 * moments worth a look.
 */
import { useComputed } from "@preact/signals";
import type { Lesson } from "../../lessons/lesson.ts";
import { language, text } from "../app/language.ts";
import type { Shown } from "../app/shown.ts";
import type { PageState } from "../app/state.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { LookHere } from "./look-here.tsx";

export interface GuideProps {
  readonly state: PageState;
  readonly timeline: TimelineClient;
}

export function Guide({ state, timeline }: GuideProps) {
  const begun = useComputed(() => (state.stage.value?.modes.length ?? 0) > 0).value;
  const answered = useComputed(() => allAnswered(state.shown.value, state.lesson.value)).value;
  const alone = useComputed(() => ranAlone(state.shown.value, state.lesson.value)).value;
  const modes = begun ? state.shown.value?.modes.map(({ mode }) => mode) : undefined;
  const lesson = state.lesson.value;
  const words = lesson.words[language.value];
  return (
    <div class="guide">
      <h2>{words.title}</h2>
      <p class="words">{answered ? words.after : words.before}</p>
      {alone && <p class="words">{text("guide.alone")}</p>}
      <LookHere lesson={lesson} found={begun ? timeline.lookHere.value : []} modes={modes} timeline={timeline} />
    </div>
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

/** Whether only some of the lesson's modes ran, and have answered: there is more to see. */
function ranAlone(shown: Shown | undefined, lesson: Lesson): boolean {
  return (
    shown !== undefined &&
    shown.modes.length < lesson.modes.length &&
    shown.modes.every(({ outcome }) => outcome !== undefined)
  );
}
