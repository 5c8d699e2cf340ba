/**
 * The lessons in their groups, to choose from. In a narrow window the list lies over the programs, and goes when one was
 * chosen or Escape was pressed; in a wide one it stays.
 */
import { type Lesson, type LessonGroup, lessonGroups } from "../../lessons/lesson.ts";
import { lessons } from "../../lessons/manifest.ts";
import { language, text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { moveFocus } from "../ui/arrow-keys.ts";
import { chooseLesson } from "./choose-lesson.ts";
import { closeLessons, lessonListId } from "./lessons-button.tsx";
import { isKnown } from "./unknown-lesson.ts";

export function LessonList({ state }: { readonly state: PageState }) {
  const groups = lessonGroups.filter((group) => lessons.some((lesson) => lesson.group === group));
  return (
    <nav
      id={lessonListId}
      class="lessons"
      aria-label={text("region.lessons")}
      hidden={!state.lessonsOpen.value}
      onKeyDown={(event) => {
        if (event.key === "Escape" && state.narrow.value) closeLessons(state);
        else moveFocus(event, event.currentTarget);
      }}
    >
      {groups.map((group) => (
        <Group key={group} group={group} state={state} />
      ))}
    </nav>
  );
}

function Group({ group, state }: { readonly group: LessonGroup; readonly state: PageState }) {
  const titleId = `lessons-${group}`;
  return (
    <>
      <h2 id={titleId}>{text(`lessons.group.${group}`)}</h2>
      <ul aria-labelledby={titleId}>
        {lessons
          .filter((lesson) => lesson.group === group)
          .map((lesson) => (
            <Item key={lesson.id} lesson={lesson} state={state} />
          ))}
      </ul>
    </>
  );
}

function Item({ lesson, state }: { readonly lesson: Lesson; readonly state: PageState }) {
  const current = state.lesson.value.id === lesson.id;
  const enabled = current || state.may.value.choose;
  const choose = () => {
    chooseLesson(state, lesson);
    if (state.narrow.value) closeLessons(state);
  };
  return (
    <li>
      <button
        type="button"
        class="lesson"
        aria-current={current ? "page" : undefined}
        aria-disabled={!enabled}
        tabIndex={current || (lesson === lessons[0] && !isKnown(state.lesson.value)) ? 0 : -1}
        title={enabled ? undefined : text("lessons.locked")}
        onClick={enabled ? choose : undefined}
      >
        {lesson.words[language.value].title}
      </button>
    </li>
  );
}
