/** A sentence for the person: what was done, or what is wrong and what to do; it stays as long as it holds. */
import { Icon } from "../ui/icon.tsx";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

export function NoteBar({ state }: { readonly state: PageState }) {
  const note = state.note.value;
  const dismiss = () => {
    state.note.value = undefined;
  };
  // The live region is always there: one that appears together with its words is not read out.
  return (
    <div class="note-place" role={note?.tone === "problem" ? "alert" : "status"}>
      {note !== undefined && (
        <div class={`note ${note.tone}`}>
          <Icon name={note.tone === "problem" ? "state-raised" : "state-returned"} />
          <p>{note.sentence}</p>
          <button
            type="button"
            class="button plain only-icon"
            aria-label={text("note.dismiss")}
            title={text("note.dismiss")}
            onClick={dismiss}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
