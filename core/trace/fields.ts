/**
 * Which fields each kind of event carries, in the order in which a file has them, and which column holds each
 * (columns.ts shows the same from the columns' side). Reading, writing, encoding and decoding all go by this
 * table, so that a field is named once. Invariant: its names are those of `Payloads` in event.ts.
 */
import type { Payloads } from "./event.ts";
import type { Kind } from "./kinds.ts";

/**
 * A field's form, which also says where columns keep it:
 * `lane`, `clock` in `other` · `cause`, `id` the two pairs · `number`, `count` in `n` · `text` in `text` ·
 * `end`, `settled`, `why`, `joinEnd`, `stream` a word in `code` · `own` the event's own number ·
 * `packedJson`, `packedText`, `packedNumber` inside the JSON object that `text` then holds.
 */
export type Form =
  | "lane"
  | "clock"
  | "cause"
  | "id"
  | "number"
  | "count"
  | "text"
  | "end"
  | "settled"
  | "why"
  | "joinEnd"
  | "stream"
  | "own"
  | "packedJson"
  | "packedText"
  | "packedNumber";

export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly form: Form;
  readonly optional: boolean;
}

function must<Name extends string>(name: Name, form: Form): Field<Name> {
  return { name, form, optional: false };
}

function may<Name extends string>(name: Name, form: Form): Field<Name> {
  return { name, form, optional: true };
}

type FieldTable = { readonly [K in Kind]: readonly Field<keyof Payloads[K] & string>[] };

const lock = [must("lock", "lane"), may("cause", "cause")] as const;

/** Every kind's own fields; `p`, `s`, `t`, `lane` and `kind` come before them. */
export const fieldsOf: FieldTable = {
  "lane.created": [may("by", "lane")],
  "lane.started": [],
  "lane.ended": [must("how", "end"), may("value", "packedJson"), may("error", "packedText")],
  ready: [may("cause", "cause")],
  run: [may("cause", "cause")],
  wait: [must("why", "why"), may("on", "lane"), may("ms", "number")],
  "turn.began": [must("n", "count")],
  "turn.ended": [must("n", "count")],
  "callback.ready": [must("id", "id"), must("name", "text"), may("cause", "cause")],
  "callback.run": [must("id", "id"), must("name", "text")],
  "callback.ended": [must("id", "id"), must("name", "text")],
  "timer.set": [must("id", "id"), must("due", "number")],
  "timer.fired": [must("id", "id"), must("due", "number")],
  "timer.dropped": [must("id", "id"), must("due", "number")],
  "future.created": [must("future", "id"), may("name", "text")],
  "future.settled": [must("future", "id"), must("how", "settled")],
  "cancel.requested": [must("target", "lane"), must("id", "id"), may("cause", "cause")],
  "cancel.delivered": [may("id", "id"), may("cause", "cause")],
  "cancel.refused": [must("id", "id")],
  "signal.set": [must("id", "id"), may("cause", "cause")],
  "signal.seen": [must("id", "id")],
  "join.began": [must("target", "lane")],
  "join.ended": [must("target", "lane"), must("how", "joinEnd"), may("cause", "cause")],
  "lock.asked": lock,
  "lock.taken": lock,
  "lock.freed": lock,
  "message.sent": [must("id", "id"), must("to", "lane"), must("channel", "text"), must("bytes", "count")],
  "message.received": [must("id", "id"), must("from", "lane"), must("channel", "text"), must("bytes", "count")],
  "message.handled": [must("id", "id"), must("from", "lane"), must("channel", "text"), may("bytes", "count")],
  output: [must("text", "text"), may("stream", "stream")],
  line: [must("file", "text"), must("line", "count")],
  clock: [must("clock", "clock"), must("raw", "number"), must("main", "packedNumber"), must("rtt", "packedNumber")],
  gap: [must("from", "own"), must("to", "count"), must("reason", "text")],
};
