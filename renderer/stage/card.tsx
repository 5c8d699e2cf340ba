/** One mode's program: where it runs, how it stands, its console and its listing. Its accent is its runtime's. */
import { useComputed } from "@preact/signals";
import type { Mode } from "../../core/contract/run.ts";
import type { StageMode } from "../../core/contract/worker-protocol.ts";
import { text } from "../app/language.ts";
import type { PageState } from "../app/state.ts";
import { Console } from "./console.tsx";
import { Listing } from "./listing.tsx";
import type { ListingScroll } from "./listing-scroll.ts";
import type { Rows, ShownListing } from "./shown-listing.ts";
import { stageWords } from "./stage-words.ts";
import { StateChip } from "./state-chip.tsx";

export interface CardProps {
  readonly mode: Mode;
  readonly state: PageState;
  readonly listing: ShownListing | undefined;
  readonly rows: Rows;
  readonly scroll: ListingScroll;
}

export function Card({ mode, state, listing, rows, scroll }: CardProps) {
  const staged = useComputed(() => state.stage.value?.modes.find((candidate) => candidate.mode === mode));
  const words = useComputed(() => {
    const known = state.shown.value?.modes.find((candidate) => candidate.mode === mode);
    return stageWords(known, staged.value?.state);
  });
  const past = useComputed(() => (state.stage.value?.past === true ? state.stage.value.at : undefined));
  const place = useComputed(() => placeText(mode, staged.value));
  const shown = useComputed(() => staged.value?.console ?? "");
  const object = useComputed(() => staged.value?.object);
  const lines = useComputed(() => staged.value?.lines ?? []);
  const titleId = `card-${mode}`;
  return (
    <article class="card" data-mode={mode} aria-labelledby={titleId}>
      <header class="card-head">
        <h2 id={titleId}>{text(`mode.${mode}`)}</h2>
        <p class="place" title={place.value}>
          {place}
        </p>
        <StateChip words={words} past={past} />
      </header>
      <Console mode={mode} content={shown} object={object} />
      {listing !== undefined && <Listing listing={listing} rows={rows} lit={lines} scroll={scroll} />}
    </article>
  );
}

function placeText(mode: Mode, staged: StageMode | undefined): string {
  if (staged?.pid === undefined) return text(`place.${mode}.before`);
  const count = staged.laneCount;
  if (mode === "processes") return text("place.processes", { count });
  return text(`place.${mode}`, { pid: staged.pid, count });
}
