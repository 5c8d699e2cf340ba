/**
 * From a row of columns to an event. Invariant: `rowOfEvent` (encode.ts) of the result is the row again.
 */
import { type AnyEvent, type Json, knownEvent } from "./event.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { laneId, noLane, noProducer, producerId } from "./ids.ts";
import { Code, ends, joinEnds, kinds, streams, whys, wordOf } from "./kinds.ts";
import type { Row } from "./row.ts";

type JsonObject = { readonly [key: string]: Json };

/** The row's event. @throws RangeError for a code, lane or producer that no event can have. */
export function eventOf(row: Row): AnyEvent {
  const { t } = row;
  if (row.kind === Code.unknown) {
    const { kind, ...fields } = parseObject(row.text);
    return { p: producerId(row.producer), s: row.seq, t, lane: laneId(row.lane), kind: String(kind), fields };
  }
  const kind = wordOf(kinds, row.kind);
  const event: Record<string, Json> = { p: producerId(row.producer), s: row.seq, t, lane: laneId(row.lane), kind };
  for (const field of fieldsOf[kind]) {
    const value = fieldValue(row, field);
    if (value !== undefined) event[field.name] = value;
  }
  if (row.more !== "") event["more"] = parseObject(row.more);
  return knownEvent(event);
}

function fieldValue(row: Row, field: Field): Json | undefined {
  switch (field.form) {
    case "lane":
      return row.other === noLane ? undefined : row.other;
    case "clock":
      return row.other;
    case "cause":
      return row.causeProducer === noProducer ? undefined : [row.causeProducer, row.causeSeq];
    case "id":
      return row.idProducer === noProducer ? undefined : [row.idProducer, row.idSeq];
    case "number":
    case "count":
      return Number.isNaN(row.n) ? undefined : row.n;
    case "text":
      return row.text === "" && field.optional ? undefined : row.text;
    case "end":
    case "settled":
      return wordOf(ends, row.code);
    case "why":
      return wordOf(whys, row.code);
    case "joinEnd":
      return wordOf(joinEnds, row.code);
    case "stream":
      return row.code === 0 ? undefined : wordOf(streams, row.code - 1);
    case "own":
      return row.seq;
    case "packedJson":
    case "packedText":
    case "packedNumber":
      return row.text === "" ? undefined : parseObject(row.text)[field.name];
  }
}

function parseObject(text: string): JsonObject {
  const value: JsonObject = JSON.parse(text);
  return value;
}
