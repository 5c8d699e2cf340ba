/** The programs of the run, one card a mode, their listings line against line where there are two. */
import { useComputed, useSignalEffect } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { align } from "./align.ts";
import { Card } from "./card.tsx";
import { leadingLines } from "./leading-lines.ts";
import { ListingScroll } from "./listing-scroll.ts";
import { type Rows, type ShownListing, shownListing } from "./shown-listing.ts";

export interface StageProps {
  readonly state: PageState;
  readonly timeline: Pick<TimelineClient, "selection">;
}

export function Stage({ state, timeline }: StageProps) {
  const modes = state.shownModes.value;
  const lesson = state.lesson.value.id;
  const language = state.listingLanguage.value;
  const listings = useMemo(
    () => modes.map((mode) => shownListing(lesson, mode, language)),
    [lesson, modes.join(" "), language],
  );
  const rows = useMemo(() => rowsOf(listings), [listings]);
  const scroll = useMemo(() => new ListingScroll(), [listings]);
  const places = useComputed(() =>
    leadingLines(
      state.stage.value?.modes ?? [],
      state.stage.value?.past === true ? timeline.selection.value?.lane : undefined,
    ),
  );
  const at = useComputed(() => state.stage.value?.at);
  useSignalEffect(() => {
    // Read before anything else: an effect that once reads nothing is never called again.
    const { leading, standing } = places.value;
    // Nothing that a Python listing shows runs here: it stays where it was scrolled to.
    if (language === "python") return;
    const lit = standing.flatMap(({ mode, lines }) =>
      lines.map(({ line }) => (rows[modes.indexOf(mode)] ?? []).indexOf(line)),
    );
    scroll.follow(leading, lit);
  });
  return (
    <section class="stage" data-cards={modes.length} data-at={at} aria-label={text("region.stage")}>
      {modes.map((mode, order) => (
        <Card key={mode} mode={mode} state={state} listing={listings[order]} rows={rows[order] ?? []} scroll={scroll} />
      ))}
    </section>
  );
}

function rowsOf(listings: readonly (ShownListing | undefined)[]): readonly Rows[] {
  const [left, right] = listings;
  if (left !== undefined && right !== undefined && listings.length === 2) {
    const aligned = align(left.lines, right.lines);
    return [aligned.map(([number]) => number), aligned.map(([, number]) => number)];
  }
  return listings.map((listing) => (listing?.lines ?? []).map((_, index) => index + 1));
}
