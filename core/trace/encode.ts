/**
 * From an event to a row of columns. Invariant: `eventOf` (decode.ts) of the result is the event again.
 */
import { type AnyEvent, isKnown, type Json } from "./event.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { noLane, noProducer } from "./ids.ts";
import { Code, codeOf, ends, joinEnds, kinds, streams, whys } from "./kinds.ts";
import { type Lane, packLane } from "./lane.ts";
import type { Row } from "./row.ts";

/** A row while it is being filled. */
type Draft = { -readonly [K in keyof Row]: Row[K] };

/**
 * The event's row. A `lane.created` row also declares its lane, so it needs the lane as the header has it.
 * @throws RangeError for a `lane.created` without it.
 */
export function rowOfEvent(event: AnyEvent, lane?: Lane): Row {
  const draft = blank(event);
  if (!isKnown(event)) {
    draft.text = JSON.stringify({ kind: event.kind, ...event.fields });
    return draft;
  }
  draft.kind = codeOf(kinds, event.kind);
  for (const field of fieldsOf[event.kind]) put(draft, field, Reflect.get(event, field.name));
  if (event.kind === "lane.created") {
    if (lane === undefined) throw new RangeError(`lane ${event.lane} is created but not declared in the header`);
    draft.code = packLane(lane.kind, lane.runtime);
    draft.n = lane.parent ?? noLane;
    draft.text = lane.name;
  }
  if (event.more !== undefined) draft.more = JSON.stringify(event.more);
  return draft;
}

function blank(event: AnyEvent): Draft {
  return {
    producer: event.p,
    seq: event.s,
    kind: Code.unknown,
    code: 0,
    t: event.t,
    lane: event.lane,
    other: noLane,
    causeProducer: noProducer,
    causeSeq: 0,
    idProducer: noProducer,
    idSeq: 0,
    n: Number.NaN,
    text: "",
    more: "",
  };
}

function put(draft: Draft, field: Field, value: Json | undefined): void {
  if (value === undefined) return;
  switch (field.form) {
    case "lane":
    case "clock":
      draft.other = Number(value);
      return;
    case "cause":
      [draft.causeProducer, draft.causeSeq] = pair(value);
      return;
    case "id":
      [draft.idProducer, draft.idSeq] = pair(value);
      return;
    case "number":
    case "count":
      draft.n = Number(value);
      return;
    case "text":
      draft.text = String(value);
      return;
    case "end":
    case "settled":
      draft.code = codeOf<string>(ends, String(value));
      return;
    case "why":
      draft.code = codeOf<string>(whys, String(value));
      return;
    case "joinEnd":
      draft.code = codeOf<string>(joinEnds, String(value));
      return;
    case "stream":
      draft.code = codeOf<string>(streams, String(value)) + 1;
      return;
    case "own":
      return;
    case "packedJson":
    case "packedText":
    case "packedNumber":
      draft.text = JSON.stringify({ ...(draft.text === "" ? {} : JSON.parse(draft.text)), [field.name]: value });
      return;
  }
}

function pair(value: Json): [number, number] {
  return Array.isArray(value) ? [Number(value[0]), Number(value[1])] : [noProducer, 0];
}
