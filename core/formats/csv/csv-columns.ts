/**
 * The columns of a CSV file, in their order, which stays: a new one is added at the end. First where and when, then one
 * for each name that a field of any kind has, then what this version does not know, as JSON.
 */
import { type AnyEvent, isKnown, type Json } from "../../trace/event.ts";
import { type Field, fieldsOf } from "../../trace/fields.ts";
import type { Lane } from "../../trace/lane.ts";
import { microsText } from "../native/micros-text.ts";
import { textCell } from "./csv-cell.ts";

const stamp = ["producer", "number", "time_us", "lane", "lane_name", "lane_kind", "runtime", "kind"] as const;
const fields = [
  "cause",
  "id",
  "by",
  "how",
  "value",
  "error",
  "why",
  "on",
  "ms",
  "n",
  "name",
  "due",
  "future",
  "target",
  "lock",
  "to",
  "from",
  "channel",
  "bytes",
  "text",
  "file",
  "line",
  "clock",
  "raw",
  "main",
  "rtt",
  "reason",
] as const;

/** What fields came since. */
const added = ["stream"] as const;

export const csvColumns: readonly string[] = [...stamp, ...fields, "more", ...added];

const placeOf: ReadonlyMap<string, number> = new Map(csvColumns.map((name, place) => [name, place]));

/** The event's cells, in the columns' order; "" where it has nothing. `lane`: as the header declares it. */
export function csvCells(event: AnyEvent, lane: Lane | undefined): readonly string[] {
  const cells = csvColumns.map(() => "");
  const put = (name: string, cell: string): void => {
    const place = placeOf.get(name);
    if (place === undefined) throw new RangeError(`a CSV file has no column "${name}"`);
    cells[place] = cell;
  };
  put("producer", String(event.p));
  put("number", String(event.s));
  put("time_us", microsText(event.t));
  put("lane", String(event.lane));
  put("kind", textCell(event.kind));
  if (lane !== undefined) {
    put("lane_name", textCell(lane.name));
    put("lane_kind", lane.kind);
    put("runtime", lane.runtime);
  }
  const more = isKnown(event) ? event.more : event.fields;
  if (more !== undefined) put("more", textCell(JSON.stringify(more)));
  if (!isKnown(event)) return cells;
  for (const field of fieldsOf[event.kind]) {
    const value: Json | undefined = Reflect.get(event, field.name);
    if (value !== undefined) put(field.name, fieldCell(field, value));
  }
  return cells;
}

/** Numbers as they are, names of events and values as JSON, everything else as text. */
function fieldCell({ form }: Field, value: Json): string {
  switch (form) {
    case "lane":
    case "clock":
    case "number":
    case "count":
    case "own":
    case "packedNumber":
      return String(value);
    case "cause":
    case "id":
    case "packedJson":
      return textCell(JSON.stringify(value));
    case "text":
    case "end":
    case "settled":
    case "why":
    case "joinEnd":
    case "stream":
    case "packedText":
      return textCell(String(value));
  }
}
