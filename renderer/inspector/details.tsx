/**
 * What is selected on the timeline: what it is, when, how long, why, and what brought it about, which can be gone to.
 */
import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Related, Details as Selected } from "../../core/contract/timeline-selection.ts";
import { milliseconds } from "../../core/i18n/index.ts";
import { text } from "../app/language.ts";
import type { TimelineClient } from "../timeline/timeline-client.ts";
import { Icon } from "../ui/icon.tsx";
import { bareSeconds } from "./instant.ts";

export function Details({ timeline }: { readonly timeline: TimelineClient }) {
  const place = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    if (timeline.detailsAsked.value > 0) place.current?.focus();
  });
  const details = timeline.selection.value;
  return (
    <section ref={place} class="details" tabIndex={-1} aria-label={text("region.details")}>
      {details !== undefined && (
        <>
          <div class="details-head">
            <h2>{details.what}</h2>
            <button
              type="button"
              class="button plain only-icon"
              aria-label={text("details.deselect")}
              title={text("details.deselect")}
              onClick={() => deselect(timeline)}
            >
              <Icon name="close" />
            </button>
          </div>
          <dl>
            <Particulars details={details} />
            <Connections details={details} timeline={timeline} />
            {details.facts.map(({ label, value }) => (
              <Fact key={label} label={label} value={value} />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

/** The button goes with the details: the focus goes back to the timeline. */
function deselect(timeline: TimelineClient): void {
  timeline.deselect();
  document.querySelector<HTMLElement>(".timeline canvas")?.focus();
}

function Particulars({ details }: { readonly details: Selected }) {
  const { lane, runtime, at, lasts, open, why } = details;
  return (
    <>
      <dt>{text("details.on")}</dt>
      <dd data-mode={runtime} class="of-runtime">
        {lane}
      </dd>
      <dt>{text("details.at")}</dt>
      <dd>
        {bareSeconds(at)} {text("unit.seconds")}
      </dd>
      {lasts !== undefined && (
        <>
          <dt>{text(open ? "details.lasts-so-far" : "details.lasts")}</dt>
          <dd>{milliseconds(lasts / 1_000)}</dd>
        </>
      )}
      {why !== undefined && <Fact label={text("details.why")} value={why} />}
    </>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface ConnectionsProps {
  readonly details: Selected;
  readonly timeline: TimelineClient;
}

function Connections({ details: { causedBy, leadsTo }, timeline }: ConnectionsProps) {
  return (
    <>
      {causedBy !== undefined && (
        <>
          <dt>{text("details.cause")}</dt>
          <dd>
            <Link to={causedBy} timeline={timeline} />
          </dd>
        </>
      )}
      {leadsTo.length > 0 && <dt>{text("details.leads-to")}</dt>}
      {leadsTo.map((related) => (
        <dd key={JSON.stringify(related.ref)}>
          <Link to={related} timeline={timeline} />
        </dd>
      ))}
    </>
  );
}

/** Selects what it names, and brings it into sight. */
function Link({ to, timeline }: { readonly to: Related; readonly timeline: TimelineClient }) {
  const { what, lane, runtime, apart } = to;
  return (
    <button type="button" class="link" data-mode={runtime} onClick={() => timeline.select(to.ref)}>
      {text("details.related", { what, lane, apart: milliseconds(apart / 1_000) })}
    </button>
  );
}
