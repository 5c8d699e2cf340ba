/** The button in the window's head that opens and closes the list of lessons. */
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { Icon } from "../ui/icon.tsx";

export const lessonListId = "lesson-list";
const buttonId = "lessons-button";

/** Below this width the list lies over the programs: style/window.css has the same number. */
const narrow = "(max-width: 1180px)";

/** Opens the list where there is room for it and closes it where there is none, now and whenever that changes. */
export function fitLessons(state: PageState): void {
  const query = matchMedia(narrow);
  const follow = () => {
    state.narrow.value = query.matches;
    state.lessonsOpen.value = !query.matches;
  };
  query.addEventListener("change", follow);
  follow();
}

/** Closes the list and gives the focus back to its button. */
export function closeLessons(state: PageState): void {
  state.lessonsOpen.value = false;
  document.getElementById(buttonId)?.focus();
}

export function LessonsButton({ state }: { readonly state: PageState }) {
  const open = state.lessonsOpen.value;
  const label = text("lessons.button");
  const toggle = () => {
    state.lessonsOpen.value = !open;
    // The list is hidden until the next frame: only then can it take the focus.
    if (!open && state.narrow.value) requestAnimationFrame(focusCurrent);
  };
  return (
    <button
      type="button"
      id={buttonId}
      class="button plain only-icon"
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-controls={lessonListId}
      onClick={toggle}
    >
      <Icon name="list" />
    </button>
  );
}

function focusCurrent(): void {
  document.querySelector<HTMLElement>(`#${lessonListId} [aria-current]`)?.focus();
}
