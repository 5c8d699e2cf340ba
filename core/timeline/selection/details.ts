/**
 * All that is said of a selection. Its cost is that of a few look-ups, however long the recording is.
 */
import type { Details, Fact, Related, SelectionRef } from "../../contract/timeline-selection.ts";
import { translate } from "../../i18n/index.ts";
import { isLaneId } from "../../trace/ids.ts";
import { Code, kinds } from "../../trace/kinds.ts";
import type { Lane } from "../../trace/lane.ts";
import type { Recording } from "../recording.ts";
import { laneName, type Wording } from "../scene.ts";
import { seconds } from "../wait-words.ts";
import { arrowWords } from "./arrow-words.ts";
import { causeOf, effectsOf } from "./causes.ts";
import { eventWords } from "./event-words.ts";
import { laneFacts } from "./lane-facts.ts";
import { type Reach, reachOf } from "./reach.ts";
import { laneShowing, refOf } from "./span-of.ts";
import { deadlockWhy, whyWords } from "./why-words.ts";

/** Effects that are told of one event. */
const effectsAtMost = 4;

/** The details of `ref`; undefined for what is not in the recording. `now` (µs) ends what goes on. */
export function detailsOf(
  recording: Recording,
  ref: SelectionRef,
  now: number,
  language: Wording["language"],
): Details | undefined {
  const reach = reachOf(recording, ref, now);
  const lane = reach === undefined ? undefined : declared(recording, reach.lane);
  if (reach === undefined || lane === undefined) return undefined;
  const wording = { table: recording.table, language };
  const base = {
    ref,
    lane: lane.name,
    laneKind: lane.kind,
    runtime: lane.runtime,
    at: reach.from,
    open: reach.open,
    ...(ref.kind === "event" ? {} : { lasts: reach.to - reach.from }),
  };
  if (ref.kind === "lane") {
    return { ...base, what: lane.name, leadsTo: [], facts: laneFacts(wording, recording.spans.of(lane.id), now) };
  }
  if (ref.kind === "arrow") return { ...base, ...arrowDetails(recording, wording, ref.row, reach) };
  const circle = ref.kind === "span" ? recording.waitFor.of(reach.lane, reach.from, reach.to) : undefined;
  const why = circle === undefined ? whyWords(wording, ref.row) : deadlockWhy(wording, circle);
  const causedBy = related(recording, wording, causeOf(recording, ref.row), ref.row);
  return {
    ...base,
    what: eventWords(wording, ref.row),
    ...(why === undefined ? {} : { why }),
    ...(causedBy === undefined ? {} : { causedBy }),
    leadsTo: effectsOf(recording, ref.row, effectsAtMost).flatMap(
      (row) => related(recording, wording, row, ref.row) ?? [],
    ),
    facts: rowFacts(recording, wording, ref.row),
  };
}

function arrowDetails(recording: Recording, wording: Wording, row: number, reach: Reach) {
  const why = whyWords(wording, row);
  const causedBy = related(recording, wording, causeOf(recording, row), row);
  const leadsTo = related(recording, wording, row, row);
  const from = laneName(recording.table, reach.otherLane);
  return {
    what: arrowWords(wording, row),
    lane: translate(wording.language, "arrow.lanes", { from, to: laneName(recording.table, reach.lane) }),
    ...(why === undefined ? {} : { why }),
    ...(causedBy === undefined ? {} : { causedBy }),
    leadsTo: leadsTo === undefined ? [] : [leadsTo],
    facts: rowFacts(recording, wording, row),
  };
}

/** What `row` is to `origin`: its cause, or what it led to. */
function related(recording: Recording, wording: Wording, row: number, origin: number): Related | undefined {
  const lane = row < 0 ? undefined : declared(recording, laneShowing(recording, row));
  if (lane === undefined) return undefined;
  const { table } = recording;
  return {
    ref: refOf(recording, row),
    what: eventWords(wording, row),
    lane: lane.name,
    runtime: lane.runtime,
    at: table.t(row),
    apart: Math.abs(table.t(origin) - table.t(row)),
  };
}

function rowFacts(recording: Recording, { table, language }: Wording, row: number): readonly Fact[] {
  const facts: Fact[] = [];
  const kind = table.kind(row);
  if (kind === Code.wait && !Number.isNaN(table.n(row))) {
    facts.push({ label: translate(language, "fact.asked-for"), value: seconds(table.n(row)) });
  }
  const line = recording.lines.before(table, row);
  if (line !== undefined) {
    facts.push({ label: translate(language, "fact.line"), value: `${table.text(line)}:${table.n(line)}` });
  }
  const sized = kind === Code.messageSent || kind === Code.messageReceived;
  if (sized && !Number.isNaN(table.n(row))) {
    const value = translate(language, "fact.bytes", { bytes: table.n(row) });
    facts.push({ label: translate(language, "fact.size"), value });
  }
  const name = { kind: kinds[kind] ?? "unknown", number: table.seq(row), producer: table.producer(row) };
  facts.push({ label: translate(language, "fact.event"), value: translate(language, "fact.event-name", name) });
  return facts;
}

function declared({ table }: Recording, lane: number): Lane | undefined {
  return isLaneId(lane) ? table.lanes.get(lane) : undefined;
}
