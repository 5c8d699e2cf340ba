/** What is wrong now, in main's sentences: there is nothing to dismiss, each goes when it has passed. */
import type { ReadonlySignal } from "@preact/signals";
import { Icon } from "../ui/icon.tsx";
import { text } from "./language.ts";

export function Notices({ notices }: { readonly notices: ReadonlySignal<readonly string[]> }) {
  // The live region is always there: one that appears together with its words is not read out.
  return (
    <section class="note-place" role="alert" aria-label={text("region.notices")}>
      {notices.value.map((sentence) => (
        <div key={sentence} class="note problem">
          <Icon name="state-raised" />
          <p>{sentence}</p>
        </div>
      ))}
    </section>
  );
}
