/**
 * What can be pressed on the timeline, in the corner above the lanes' names: for those who have neither wheel nor keys at
 * hand. Follow is there while there is something to follow, Fit selection while something is selected.
 */
import { useComputed } from "@preact/signals";
import { text } from "../app/language.ts";
import type { TimelineClient } from "./timeline-client.ts";

export function TimelineTools({ timeline }: { readonly timeline: TimelineClient }) {
  const live = useComputed(() => timeline.stage.value?.live ?? false);
  const following = useComputed(() => timeline.viewport.value?.following ?? true);
  const isSelected = useComputed(() => timeline.selection.value !== undefined);
  return (
    <div class="timeline-tools">
      <button type="button" class="button plain" onClick={() => timeline.fit()}>
        {text("timeline.fit")}
      </button>
      {live.value && (
        <button
          type="button"
          class="button plain"
          aria-pressed={following.value}
          onClick={() => timeline.toggleFollow()}
        >
          {text("timeline.follow")}
        </button>
      )}
      {isSelected.value && (
        <button type="button" class="button plain" onClick={() => timeline.fitSelection()}>
          {text("timeline.fit-selection")}
        </button>
      )}
    </div>
  );
}
