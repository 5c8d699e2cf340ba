/**
 * One record of the Chrome Trace Event format as a line of text. Times are µs with three decimals.
 */
import type { Json } from "../../trace/event.ts";
import { microsText } from "../native/micros-text.ts";

/** Where a record belongs: numbers of a process and of a lane in it. */
export interface Place {
  readonly pid: number;
  readonly tid: number;
}

export interface Span {
  readonly name: string;
  readonly category: string;
  readonly place: Place;
  /** µs. */
  readonly start: number;
  readonly end: number;
  readonly args?: { readonly [key: string]: Json };
}

/** What separates the end of one span from the start of the next, µs: viewers round, and spans must not overlap. */
const seam = 0.001;

/** `X`: a complete span. It ends a nanosecond early. */
export function spanRecord({ name, category, place, start, end, args }: Span): string {
  const duration = microsText(Math.max(0, Math.round((end - start - seam) * 1_000) / 1_000));
  return `${head("X", name, category, start, place)},"dur":${duration}${argsText(args)}}`;
}

/** `i`: an instant on its lane. */
export function instantRecord(
  kind: string,
  t: number,
  place: Place,
  args: { readonly [key: string]: Json | undefined },
): string {
  const category = kind.split(".")[0] ?? kind;
  return `${head("i", kind, category, t, place)},"s":"t"${argsText(args)}}`;
}

/** `s` or `f`: where an arrow starts or ends. */
export function arrowRecord(phase: "s" | "f", category: string, id: number, t: number, place: Place): string {
  return `${head(phase, category, category, t, place)},"id":${id}${phase === "f" ? ',"bp":"e"' : ""}}`;
}

/** `b` or `e`: the handling of one message, which may overlap others. */
export function asyncRecord(phase: "b" | "e", name: string, id: string, t: number, place: Place): string {
  return `${head(phase, name, "message", t, place)},"id":${JSON.stringify(id)}}`;
}

/** `M`: a name or a place in the order. */
export function metadataRecord(name: string, place: Place, args: { readonly [key: string]: Json }): string {
  return `{"ph":"M","name":"${name}","pid":${place.pid},"tid":${place.tid}${argsText(args)}}`;
}

function head(phase: string, name: string, category: string, t: number, { pid, tid }: Place): string {
  return `{"ph":"${phase}","name":${JSON.stringify(name)},"cat":${JSON.stringify(category)},"ts":${microsText(t)},"pid":${pid},"tid":${tid}`;
}

function argsText(args: { readonly [key: string]: Json | undefined } | undefined): string {
  return args === undefined ? "" : `,"args":${JSON.stringify(args)}`;
}
