/** Tells who cannot see the window what has changed: that a run began, was cancelled, has ended, and no more than that. */
import { announcement } from "./announcement.ts";
import type { PageState } from "./state.ts";

export function Announcer({ state }: { readonly state: PageState }) {
  return (
    <p class="unseen" role="status">
      {announcement(state.run.value)}
    </p>
  );
}
