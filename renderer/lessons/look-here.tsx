/**
 * The lesson's moments worth a look, numbered as the timeline marks them. One that the recording has can be pressed: it
 * is selected there. One that it does not have, or not yet, is only told.
 */
import type { Mode } from "../../core/contract/run.ts";
import type { FoundMoment } from "../../core/contract/timeline-selection.ts";
import type { Lesson } from "../../lessons/lesson.ts";
import { language, text } from "../app/language.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";

export interface LookHereProps {
  readonly lesson: Lesson;
  /** The moments that the recording of this lesson has. */
  readonly found: readonly FoundMoment[];
  /** The modes of the recording that is shown; undefined before there is one. */
  readonly modes: readonly Mode[] | undefined;
  readonly timeline: TimelineClient;
}

export function LookHere({ lesson, found, modes, timeline }: LookHereProps) {
  const sentences = lesson.words[language.value].lookHere;
  if (lesson.lookHere.length === 0) return null;
  return (
    <section class="look-here" aria-labelledby="look-here-title">
      <h2 id="look-here-title">{text("look-here.title")}</h2>
      <ol>
        {lesson.lookHere.map(({ id, mode }, place) => {
          const moment = found.find((candidate) => candidate.id === id);
          const elsewhere = modes !== undefined && !modes.includes(mode);
          return (
            <li key={id} data-mode={mode} class={elsewhere ? "elsewhere" : undefined}>
              <span class={moment === undefined ? "moment" : "moment found"}>{place + 1}</span>
              {moment === undefined ? (
                <p>
                  {sentences[id]}
                  {elsewhere && ` ${text("look-here.elsewhere")}`}
                </p>
              ) : (
                <button type="button" class="quiet-link" onClick={() => timeline.select(moment.ref)}>
                  {sentences[id]}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {found.length === 0 && <p class="hint">{text("look-here.none")}</p>}
    </section>
  );
}
