/**
 * An event from its JSON form: every field checked by the table in fields.ts, in the table's order; fields that it
 * does not know are kept under `more`, a kind that it does not know is kept whole.
 */
import { longestText } from "../../contract/schema.ts";
import { type AnyEvent, type Json, knownEvent } from "../../trace/event.ts";
import { type Field, type Form, fieldsOf } from "../../trace/fields.ts";
import { fileLaneId, isProducerId, producerId } from "../../trace/ids.ts";
import { ends, joinEnds, type Kind, kinds, streams, whys } from "../../trace/kinds.ts";
import { isJsonObject } from "./safe-json.ts";

type JsonObject = { readonly [key: string]: Json };

/** What is wrong with an event, as a sentence without its place. */
export class BadEvent extends Error {
  override readonly name = "BadEvent";
}

/** 31 years in µs: past it a time would print with an exponent. */
const longest = 1e15;
const largestNumber = 0xffff_ffff;
const stampNames: ReadonlySet<string> = new Set(["p", "s", "t", "lane", "kind"]);
const knownKinds: ReadonlySet<string> = new Set(kinds);
const namesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  kinds.map((kind) => [kind, new Set([...stampNames, ...fieldsOf[kind].map((field: Field) => field.name)])]),
);

/** @throws BadEvent. */
export function readEvent(value: Json): AnyEvent {
  if (!isJsonObject(value)) throw new BadEvent("an event must be a JSON object");
  const p = demand(value, "p", isProducer, "a producer's number from 0 to 2046");
  const s = demand(value, "s", isNumber, "a whole number from 0 to 4294967295");
  const t = demand(value, "t", isTime, "a time in µs");
  const lane = demand(value, "lane", isLane, "a lane's number");
  const kind = value["kind"];
  if (typeof kind !== "string") throw new BadEvent('"kind" must be a text');
  if (!isKind(kind))
    return { p: producerId(p), s, t, lane: fileLaneId(lane), kind, fields: without(value, stampNames) };
  const event: Record<string, Json> = { p, s, t, lane, kind };
  for (const field of fieldsOf[kind]) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    const checked = checkField(field, given, s, kind);
    if (checked !== undefined) event[field.name] = checked;
  }
  const names = namesOf.get(kind) ?? stampNames;
  if (Object.keys(value).some((name) => !names.has(name))) event["more"] = without(value, names);
  return knownEvent(event);
}

function isKind(word: string): word is Kind {
  return knownKinds.has(word);
}

function demand(
  value: JsonObject,
  name: string,
  fits: (given: Json | undefined) => given is number,
  what: string,
): number {
  const given = value[name];
  if (!fits(given)) throw new BadEvent(`"${name}" must be ${what}, not ${shown(given)}`);
  return given;
}

function checkField(field: Field, given: Json | undefined, own: number, kind: Kind): Json | undefined {
  const absent = given === undefined || (given === null && field.form !== "packedJson");
  if (absent && field.optional) return undefined;
  if (typeof given === "string" && given.length > longestText) {
    throw new BadEvent(`"${field.name}" of "${kind}" has ${given.length} characters, which is too long`);
  }
  if (given !== undefined && fitsForm(field.form, given, own)) {
    // A row keeps no difference between an optional text that is empty and one that is absent.
    return given === "" && field.optional && field.form === "text" ? undefined : given;
  }
  throw new BadEvent(`"${field.name}" of "${kind}" must be ${descriptions[field.form]}, not ${shown(given)}`);
}

const descriptions: Readonly<Record<Form, string>> = {
  lane: "a lane's number",
  clock: "a clock's number",
  cause: "an event's name, [producer, number]",
  id: "an event's name, [producer, number]",
  number: "a number",
  count: "a whole number from 0 on",
  text: "a text",
  end: `one of ${ends.join(", ")}`,
  settled: `one of ${ends.slice(0, 3).join(", ")}`,
  why: `one of ${whys.join(", ")}`,
  joinEnd: `one of ${joinEnds.join(", ")}`,
  stream: `one of ${streams.join(", ")}`,
  own: "the event's own number",
  packedJson: "JSON",
  packedText: "a text",
  packedNumber: "a number",
};

function fitsForm(form: Form, given: Json, own: number): boolean {
  switch (form) {
    case "lane":
      return isLane(given);
    case "clock":
    case "count":
      return isCount(given);
    case "cause":
    case "id":
      return Array.isArray(given) && given.length === 2 && isProducer(given[0]) && isNumber(given[1]);
    case "number":
    case "packedNumber":
      return typeof given === "number";
    case "text":
    case "packedText":
      return typeof given === "string";
    case "end":
      return isOneOf(ends, given);
    case "settled":
      return isOneOf(ends.slice(0, 3), given);
    case "why":
      return isOneOf(whys, given);
    case "joinEnd":
      return isOneOf(joinEnds, given);
    case "stream":
      return isOneOf(streams, given);
    case "own":
      return given === own;
    case "packedJson":
      return true;
  }
}

function isOneOf(words: readonly string[], given: Json): boolean {
  return typeof given === "string" && words.includes(given);
}

function isProducer(given: Json | undefined): given is number {
  return typeof given === "number" && isProducerId(given);
}

function isNumber(given: Json | undefined): given is number {
  return isCount(given) && given <= largestNumber;
}

function isCount(given: Json | undefined): given is number {
  return typeof given === "number" && Number.isSafeInteger(given) && given >= 0;
}

function isTime(given: Json | undefined): given is number {
  return typeof given === "number" && Math.abs(given) < longest;
}

function isLane(given: Json | undefined): given is number {
  return typeof given === "number" && Number.isSafeInteger(given);
}

function without(value: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)));
}

function shown(given: Json | undefined): string {
  if (given === undefined) return "absent";
  const text = JSON.stringify(given);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
