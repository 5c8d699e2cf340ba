/** What is selected on the timeline, said aloud to who goes through it by keys and can't see the picture. */
import { useComputed } from "@preact/signals";
import type { Details } from "../../core/contract/timeline-selection.ts";
import { milliseconds } from "../../core/i18n/index.ts";
import { text } from "../app/language.ts";
import type { TimelineClient } from "./timeline-client.ts";

export function SelectionSaid({ timeline }: { readonly timeline: TimelineClient }) {
  // What goes on gets longer all the time: that is not said again and again.
  const said = useComputed(() => sentence(timeline.selection.value));
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}

function sentence(details: Details | undefined): string {
  if (details === undefined) return "";
  const { what, lane, at, lasts, open } = details;
  const values = { what, lane, at: milliseconds(at / 1_000) };
  if (lasts === undefined || open) return text("timeline.selected", values);
  return text("timeline.selected-lasts", { ...values, lasts: milliseconds(lasts / 1_000) });
}
