/**
 * Files dropped on the window: anywhere on it, said while one is held over it. What is no file (a text, a link) is not
 * taken; without this, a dropped file would be opened in the page's place.
 */
import { Icon } from "../ui/icon.tsx";
import type { Commands } from "./commands.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

/** Takes the files that are dropped on `target`, the page's own window. */
export function listenToDrops(target: Window, state: PageState, commands: Pick<Commands, "drop">): void {
  target.addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer === null) return;
    const takes = event.dataTransfer.types.includes("Files");
    event.dataTransfer.dropEffect = takes ? "copy" : "none";
    state.dropping.value = takes;
  });
  target.addEventListener("dragleave", (event) => {
    // Leaving one element for another of the window has a related target; leaving the window has none.
    if (event.relatedTarget === null) state.dropping.value = false;
  });
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    state.dropping.value = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) commands.drop(file);
  });
}

/** Says that what is held over the window can be dropped. */
export function DropHere({ state }: { readonly state: PageState }) {
  if (!state.dropping.value) return null;
  return (
    <div class="drop-here" role="status">
      <p>
        <Icon name="open" />
        {text("drop.here")}
      </p>
    </div>
  );
}
