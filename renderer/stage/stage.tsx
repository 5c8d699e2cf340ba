/** The programs of the run, one card a mode, their listings line against line where there are two. */
import { useComputed, useSignalEffect } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Mode } from "../../core/contract/run.ts";
import { listingOf } from "../../lessons/listings.ts";
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { align } from "./align.ts";
import { Card } from "./card.tsx";
import { ListingScroll } from "./listing-scroll.ts";
import { linesOf } from "./outline.ts";

export function Stage({ state }: { readonly state: PageState }) {
  const modes = state.shownModes.value;
  const rows = useMemo(() => rowsOf(state.lesson.id, modes), [state.lesson.id, modes.join(" ")]);
  const scroll = useMemo(() => new ListingScroll(), []);
  const places = useComputed(() =>
    (state.stage.value?.modes ?? []).map(({ mode, lines }) => ({ mode, lines: lines.map(({ line }) => line) })),
  );
  useSignalEffect(() => {
    const lit = places.value.flatMap(({ mode, lines }) => lines.map((line) => (rows.get(mode) ?? []).indexOf(line)));
    const leading = places.value.map(({ mode, lines }) => `${mode}:${lines[0] ?? 0}`).join(" ");
    scroll.follow(leading, lit);
  });
  return (
    <section class="stage" data-cards={modes.length} aria-label={text("region.stage")}>
      {modes.map((mode) => (
        <Card key={mode} mode={mode} state={state} rows={rows.get(mode) ?? []} scroll={scroll} />
      ))}
    </section>
  );
}

/** Each mode's line numbers from row to row; undefined where the row belongs to the other program alone. */
function rowsOf(lesson: string, modes: readonly Mode[]): ReadonlyMap<Mode, readonly (number | undefined)[]> {
  const sources = modes.map((mode) => linesOf(listingOf(lesson, mode)?.source ?? ""));
  const [left, right] = sources;
  if (left !== undefined && right !== undefined && sources.length === 2) {
    const aligned = align(left, right);
    return new Map(modes.map((mode, side) => [mode, aligned.map((row) => row[side])]));
  }
  return new Map(modes.map((mode, order) => [mode, (sources[order] ?? []).map((_, index) => index + 1)]));
}
