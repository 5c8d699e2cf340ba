/** What is wrong now, in main's sentences: there is nothing to dismiss, each goes when it has passed. */
import type { ReadonlySignal } from "@preact/signals";
import { Icon } from "../ui/icon.tsx";
import { text } from "./language.ts";

export function Notices({ notices }: { readonly notices: ReadonlySignal<readonly string[]> }) {
  const sentences = notices.value;
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
