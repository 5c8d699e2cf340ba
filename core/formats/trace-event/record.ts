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

/**
 * What separates the end of one span from the start of the next, ns: viewers round, and spans must not overlap. A span
 * inside another ends `innerSeam` before the moment that ends both, so that no viewer's arithmetic makes it the longer.
 */
const seam = 1;
const innerSeam = 3;

/** `X`: a complete span, in whole nanoseconds. It ends a little early: `inner` ones before those around them. */
export function spanRecord({ name, category, place, start, end, args }: Span, inner = false): string {
  const length = nanos(end) - nanos(start) - (inner ? innerSeam : seam);
  const duration = microsText(Math.max(0, length) / 1_000);
  return `${head("X", name, category, wholeNanos(start), place)},"dur":${duration}${argsText(args)}}`;
}

/** Whether such a span has any length in the file. */
export function hasLength(start: number, end: number, inner: boolean): boolean {
  return nanos(end) - nanos(start) > (inner ? innerSeam : seam);
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
  return `${head(phase, category, category, wholeNanos(t), place)},"id":${id}${phase === "f" ? ',"bp":"e"' : ""}}`;
}

/** `b` or `e`: the handling of one message, which may overlap others. */
export function asyncRecord(phase: "b" | "e", name: string, id: string, t: number, place: Place): string {
  return `${head(phase, name, "message", t, place)},"id":${JSON.stringify(id)}}`;
}

/** `M`: a name or a place in the order. */
export function metadataRecord(name: string, place: Place, args: { readonly [key: string]: Json }): string {
  return `{"ph":"M","name":"${name}","pid":${place.pid},"tid":${place.tid}${argsText(args)}}`;
}

function nanos(t: number): number {
  return Math.round(t * 1_000);
}

/** µs without parts of a nanosecond. */
function wholeNanos(t: number): number {
  return nanos(t) / 1_000;
}

function head(phase: string, name: string, category: string, t: number, { pid, tid }: Place): string {
  return `{"ph":"${phase}","name":${JSON.stringify(name)},"cat":${JSON.stringify(category)},"ts":${microsText(t)},"pid":${pid},"tid":${tid}`;
}

function argsText(args: { readonly [key: string]: Json | undefined } | undefined): string {
  return args === undefined ? "" : `,"args":${JSON.stringify(args)}`;
}
