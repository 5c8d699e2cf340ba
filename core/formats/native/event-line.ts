/**
 * An event as one line of a recording, without its line end: stamp and kind, then the kind's fields in the order of
 * fields.ts, then what came from elsewhere. Invariant: printing what was read from a print gives the same text.
 */
import { type AnyEvent, isKnown, type Json } from "../../trace/event.ts";
import { fieldsOf } from "../../trace/fields.ts";
import { microsText } from "./micros-text.ts";

export function eventLine(event: AnyEvent): string {
  let line = `{"p":${event.p},"s":${event.s},"t":${microsText(event.t)},"lane":${event.lane},"kind":${JSON.stringify(event.kind)}`;
  if (!isKnown(event)) return `${line + fieldsText(event.fields)}}`;
  for (const { name } of fieldsOf[event.kind]) {
    const value: Json | undefined = Reflect.get(event, name);
    if (value !== undefined) line += `,"${name}":${valueText(value)}`;
  }
  return `${event.more === undefined ? line : line + fieldsText(event.more)}}`;
}

function fieldsText(fields: { readonly [key: string]: Json }): string {
  let text = "";
  for (const [name, value] of Object.entries(fields)) text += `,${JSON.stringify(name)}:${JSON.stringify(value)}`;
  return text;
}

function valueText(value: Json): string {
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
