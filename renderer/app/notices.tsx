/**
 * What is wrong now, in main's sentences and the timeline's of a deadlock: there is nothing to dismiss, each goes when it
 * has passed.
 */
import { useComputed } from "@preact/signals";
import { Icon } from "../ui/icon.tsx";
import { deadlocksSaid } from "./deadlocks-said.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

export function Notices({ state }: { readonly state: PageState }) {
  // The stage is told thirty times a second: only what is said of it here may draw the notices again.
  const deadlocks = useComputed(() => deadlocksSaid(state.stage.value).join("\n"));
  const sentences = [...state.notices.value, ...deadlocks.value.split("\n").filter((sentence) => sentence !== "")];
  // The live region is always there: one that appears together with its words is not read out.
  return (
    <section class="note-place" role={sentences.length > 0 ? "alert" : "status"} aria-label={text("region.notices")}>
      {sentences.map((sentence) => (
        <div key={sentence} class="note problem">
          <Icon name="state-raised" />
          <p>{sentence}</p>
        </div>
      ))}
    </section>
  );
}
