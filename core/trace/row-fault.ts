/**
 * Whether a row of columns is an event: what `eventOf` (decode.ts) would throw on, and what no reader of an exported file
 * would take. A peer may send anything in columns that have the right types; one such row in a journal would spoil the
 * whole recording, the others' events with it.
 */
import type { Columns } from "./columns.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { isLaneId, isProducerId, noLane, noProducer } from "./ids.ts";
import { deepestJson } from "./json-depth.ts";
import { Code, ends, joinEnds, kinds, laneKinds, runtimes, streams, whys } from "./kinds.ts";

/** 31 years in µs: past it a time would be written with an exponent. */
const longest = 1e15;
const fieldsByCode: readonly (readonly Field[])[] = kinds.map((kind) => fieldsOf[kind]);

/** What is wrong with row `row`, as the rest of a sentence; undefined for an event of a kind that is known. */
export function rowFault(columns: Columns, row: number, texts: readonly string[]): string | undefined {
  const kind = columns.kind[row] ?? Code.unknown;
  const fields = fieldsByCode[kind];
  if (fields === undefined) return `no kind has the code ${kind}`;
  const t = columns.t[row] ?? Number.NaN;
  if (!(Math.abs(t) < longest)) return `${t} is no time`;
  if ((columns.lane[row] ?? noLane) < 0) return `${columns.lane[row]} is no lane`;
  const text = columns.text[row] ?? noText;
  if (text < noText || text >= texts.length) return `it has no text ${text}`;
  if (kind === Code.laneCreated) return laneFault(columns.code[row] ?? 0, columns.n[row] ?? Number.NaN);
  for (const field of fields) {
    if (!fits(field, columns, row)) return `it has no "${field.name}" that ${kinds[kind]} can have`;
  }
  return isPacked(kind) ? packedFault(kind, texts[text] ?? "") : undefined;
}

const noText = -1;

function laneFault(code: number, parent: number): string | undefined {
  if (laneKinds[code & 0x0f] === undefined || runtimes[code >> 4] === undefined) return `no lane has the code ${code}`;
  return parent === noLane || (isLaneId(parent) && parent >= 0) ? undefined : `${parent} is no lane's parent`;
}

function fits(field: Field, columns: Columns, row: number): boolean {
  const code = columns.code[row] ?? 0;
  const n = columns.n[row] ?? Number.NaN;
  switch (field.form) {
    case "lane":
      return field.optional || columns.other[row] !== noLane;
    case "clock":
      return (columns.other[row] ?? -1) >= 0;
    case "cause":
      return isRef(columns.causeProducer[row] ?? noProducer, field.optional);
    case "id":
      return isRef(columns.idProducer[row] ?? noProducer, field.optional);
    case "number":
      // Times are kept to a thousandth, by way of their multiples.
      return Number.isNaN(n) ? field.optional : Number.isFinite(n * 1_000);
    case "count":
      return Number.isNaN(n) ? field.optional : Number.isSafeInteger(n) && n >= 0;
    case "end":
      return code < ends.length;
    case "settled":
      return code < settledEnds;
    case "why":
      return code < whys.length;
    case "joinEnd":
      return code < joinEnds.length;
    case "stream":
      return code <= streams.length;
    case "text":
    case "own":
    case "packedJson":
    case "packedText":
    case "packedNumber":
      return true;
  }
}

/** Of `ends`, those that a future can have. */
const settledEnds = 3;

function isRef(producer: number, optional: boolean): boolean {
  return producer === noProducer ? optional : isProducerId(producer);
}

function isPacked(kind: number): boolean {
  return kind === Code.laneEnded || kind === Code.clock;
}

/** What is wrong with the JSON that a row's text packs. */
function packedFault(kind: number, text: string): string | undefined {
  if (text === "" && kind === Code.laneEnded) return undefined;
  const packed = parsed(text);
  if (typeof packed !== "object" || packed === null || !isSafe(packed, 0)) return "its text packs nothing";
  return kind === Code.clock ? exchangeFault(packed) : endFault(packed);
}

function endFault(packed: object): string | undefined {
  return "error" in packed && typeof packed.error !== "string" ? "its error is no text" : undefined;
}

function exchangeFault(packed: object): string | undefined {
  const isExchange = "main" in packed && isTime(packed.main) && "rtt" in packed && isTime(packed.rtt);
  return isExchange && Number(packed.rtt) >= 0 ? undefined : "it is no exchange of clocks";
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) < longest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a reader of a file would take it: bounded depth, finite numbers, no key that reaches a prototype. */
function isSafe(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= deepestJson - 1 || Object.hasOwn(value, "__proto__")) return false;
  return Object.values(value).every((item) => isSafe(item, depth + 1));
}
