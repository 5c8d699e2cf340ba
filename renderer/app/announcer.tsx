/**
 * Tells who cannot see the window what has changed: that a run began, was cancelled, has ended, that a file was
 * opened, and no more than that.
 */
import { announcement } from "./announcement.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

export function Announcer({ state }: { readonly state: PageState }) {
  return (
    <p class="unseen" role="status">
      {said(state)}
    </p>
  );
}

function said({ shown, run }: PageState): string {
  const file = shown.value?.file;
  return file === undefined ? announcement(run.value) : text("announce.opened", { name: file.name });
}
