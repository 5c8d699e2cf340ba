/**
 * A program's source as it was written, with the lines at which its threads or tasks now are. A row without a line is
 * where the program beside it needs one more. Only the program that runs is traced: its twin in Python never lights up.
 */
import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { LineDoing, StageLine } from "../../core/contract/worker-protocol.ts";
import type { TextKey } from "../../core/i18n/index.ts";
import { text } from "../app/language.ts";
import { scrollRegion } from "../ui/scroll-region.ts";
import { colouredLines, type Piece } from "./coloured.ts";
import type { ListingScroll } from "./listing-scroll.ts";
import type { Rows, ShownListing } from "./shown-listing.ts";

export interface ListingProps {
  readonly listing: ShownListing;
  readonly rows: Rows;
  readonly lit: ReadonlySignal<readonly StageLine[]>;
  readonly scroll: ListingScroll;
}

export function Listing({ listing, rows, lit, scroll }: ListingProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current === null ? undefined : scroll.add(place.current)), [scroll]);
  const { file, source, lines, language } = listing;
  const coloured = useMemo(() => colouredLines(source), [source]);
  const mode = text(`mode.${listing.mode}`);
  const traced = language === "typescript";
  return (
    <figure class="listing" data-traced={traced}>
      <div ref={place} class="listing-lines" {...scrollRegion(text("listing.label", { mode, file }))}>
        <div class="listing-columns">
          {rows.map((number, row) =>
            number === undefined ? (
              <div key={`gap-${row}`} class="line gap" />
            ) : (
              <Line
                key={`${file}:${number}`}
                number={number}
                pieces={coloured[number - 1] ?? []}
                file={file}
                lit={lit}
              />
            ),
          )}
        </div>
      </div>
      <figcaption>{text(traced ? "listing.lines" : "listing.not-traced", { file, lines: lines.length })}</figcaption>
    </figure>
  );
}

/** So many at one line are named; of more, how many. */
const most = 2;

interface LineProps {
  readonly number: number;
  readonly pieces: readonly Piece[];
  readonly file: string;
  readonly lit: ReadonlySignal<readonly StageLine[]>;
}

/** One line; it draws itself again only when someone comes to it or leaves it. */
function Line({ number, pieces, file, lit }: LineProps) {
  const here = useComputed(() => standingAt(lit.value.filter((at) => at.line === number && at.file === file)));
  const standing = here.value === "" ? [] : here.value.split("\n").map((entry) => entry.split("\t"));
  return (
    <div class={lineClass(standing.map(([, does]) => does))} aria-current={standing.length > 0 ? "step" : undefined}>
      <span class="line-number">{number}</span>
      <code>
        {pieces.map(({ kind, text: words }, place) => (
          <span key={place} class={kind === "" ? undefined : `of-${kind}`}>
            {words}
          </span>
        ))}
      </code>
      {standing.slice(0, most).map(([lane = "", does]) => (
        <span key={lane} class="line-lane" data-lane={lane}>
          <span>{text(hereKeys[doingOf(does)], { lane })}</span>
        </span>
      ))}
      {standing.length > most && (
        <span class="line-lane" title={standing.map(([lane]) => lane).join(", ")}>
          {text("listing.more-here", { count: standing.length - most })}
        </span>
      )}
    </div>
  );
}

/** Who stands at a line, as one text: a signal of it changes only when they do. */
function standingAt(lines: readonly StageLine[]): string {
  return lines.map(({ lane, does }) => `${lane}\t${does}`).join("\n");
}

const hereKeys = {
  runs: "listing.runs-here",
  waits: "listing.waits-here",
  blocked: "listing.blocked-here",
} as const satisfies Record<LineDoing, TextKey>;

function doingOf(does: string | undefined): LineDoing {
  return does === "runs" || does === "blocked" ? does : "waits";
}

/** The strongest of what is done at a line shows: running before blocked before waiting. */
function lineClass(does: readonly (string | undefined)[]): string {
  if (does.length === 0) return "line";
  if (does.includes("runs")) return "line lit";
  return does.includes("blocked") ? "line lit blocked" : "line lit waits";
}
