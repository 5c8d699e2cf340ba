/**
 * All that can be wrong with the messages of one direction, to be posted one after the other.
 */
import { badEnvelopes } from "./bad-envelopes.ts";
import type { Example } from "./examples.ts";
import { badPayloads, largeJunk } from "./mutations.ts";

/** Bad payloads and envelopes of every type. What takes long to send is sent once, of the first. */
export function badMessages(examples: Readonly<Record<string, Example>>): readonly unknown[] {
  return Object.entries(examples).flatMap(([type, example], index) => [
    ...badPayloads(example, index === 0 ? largeJunk() : []).map((payload) => ({ type, payload })),
    ...badEnvelopes(type, example.payload, []),
  ]);
}
