/**
 * Arbitrary valid events of every kind, and arbitrary recordings made of them, for property tests. Fields come from
 * the table in core/trace/fields.ts, so a new field is tested as soon as it is there.
 */
import fc from "fast-check";
import { type AnyEvent, type Json, knownEvent } from "../../../core/trace/event.ts";
import { type Field, fieldsOf } from "../../../core/trace/fields.ts";
import { laneId, noLane, producerId } from "../../../core/trace/ids.ts";
import { ends, joinEnds, type Kind, kinds, streams, whys } from "../../../core/trace/kinds.ts";
import type { Lane } from "../../../core/trace/lane.ts";

const lane = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((id) => id !== noLane);
const producer = fc.integer({ min: 0, max: 2046 });
const seq = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
/** µs as a file has it: three decimals. */
const stamp = fc.integer({ min: -1_000_000, max: 2 ** 50 }).map((nanos) => nanos / 1_000);
/** Any text, halves of surrogate pairs and control characters included. */
const text = fc.string({ unit: "binary" });
export const arbitraryJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): Json => JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto")));

function fieldValue(field: Field, own: number): fc.Arbitrary<Json | undefined> {
  const form = formValue(field, own);
  return field.optional ? fc.option(form, { nil: undefined }) : form;
}

function formValue({ form, optional }: Field, own: number): fc.Arbitrary<Json> {
  switch (form) {
    case "lane":
      return lane;
    case "clock":
      return fc.nat(7);
    case "cause":
    case "id":
      return fc.tuple(producer, seq);
    case "number":
    case "packedNumber":
      return finite;
    case "count":
      return fc.nat();
    case "text":
      return optional ? text.filter((value) => value !== "") : text;
    case "packedText":
      return text;
    case "end":
      return fc.constantFrom(...ends);
    case "settled":
      return fc.constantFrom("returned", "raised", "cancelled");
    case "why":
      return fc.constantFrom(...whys);
    case "joinEnd":
      return fc.constantFrom(...joinEnds);
    case "stream":
      return fc.constantFrom(...streams);
    case "own":
      return fc.constant(own);
    case "packedJson":
      return arbitraryJson;
  }
}

/** Names that no field of ours has. */
const foreignName = fc.stringMatching(/^x[a-z]{1,6}$/);
const foreign = fc.dictionary(foreignName, arbitraryJson, { minKeys: 1, maxKeys: 3, noNullPrototype: true });

/** An event of one kind. */
export function arbitraryEventOf(kind: Kind): fc.Arbitrary<AnyEvent> {
  const header = fc.record({ p: producer, s: seq, t: stamp, lane });
  return header.chain((start) => {
    const fields = fieldsOf[kind].map((field: Field) => fieldValue(field, start.s).map((value) => [field.name, value]));
    const more = fc.option(foreign, { nil: undefined, freq: 4 });
    return fc.tuple(fc.tuple(...fields), more).map(([values, extra]) => {
      const event: Record<string, Json> = { ...start, kind };
      for (const [name, value] of values) if (value !== undefined) event[String(name)] = value;
      if (extra !== undefined) event["more"] = extra;
      return knownEvent(event);
    });
  });
}

/** An event of a kind that this version does not know. */
export const arbitraryUnknownEvent: fc.Arbitrary<AnyEvent> = fc
  .record({ p: producer, s: seq, t: stamp, lane, kind: fc.stringMatching(/^future\.[a-z]{6,9}y$/), fields: foreign })
  .map((event) => ({ ...event, p: producerId(event.p), lane: laneId(event.lane) }));

/** Any event. */
export const arbitraryEvent: fc.Arbitrary<AnyEvent> = fc.oneof(
  ...kinds.map((kind) => arbitraryEventOf(kind)),
  arbitraryUnknownEvent,
);

/** The lane that a `lane.created` event declares, made up. */
export function laneFor(event: AnyEvent): Lane {
  return { id: event.lane, kind: "task", name: "Task-1", runtime: "coroutines" };
}
