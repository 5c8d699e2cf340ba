/**
 * Fault 12 in small: every message of every direction, spoilt in every way, against the one wrapper that opens them all.
 * Refused and counted, no handler hears of it, nothing throws, and each is done with at once.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Channel } from "../../../core/contract/channel.ts";
import { type MessageMap, openEnvelope } from "../../../core/contract/envelope.ts";
import { badEnvelopes } from "../../support/hostile/bad-envelopes.ts";
import { type Boundary, boundaries } from "../../support/hostile/boundaries.ts";
import { badPayloads, fewest } from "../../support/hostile/mutations.ts";
import { memoryWires } from "../../support/memory-wire.ts";

/** One end of the boundary that hears what it is told, and what it said of it. */
function listening({ messages }: Boundary) {
  const { far } = memoryWires();
  const heard: string[] = [];
  const refusals: string[] = [];
  const handlers = Object.fromEntries(Object.keys(messages).map((type) => [type, () => void heard.push(type)]));
  const channel = new Channel<Record<string, never>, MessageMap>({
    name: "near ⇄ far",
    wire: far,
    outgoing: {},
    incoming: messages,
    handlers,
    onRefused: (reason) => refusals.push(reason),
  });
  return { hear: (message: unknown) => far.hear(message), channel, heard, refusals };
}

describe.each(boundaries.map((boundary) => [boundary.name, boundary] as const))("%s", (_name, boundary) => {
  const types = Object.entries(boundary.examples);

  test.each(types)("hears a %s that fits", (type, { payload }) => {
    const { hear, heard, refusals } = listening(boundary);
    hear({ type, payload });
    expect(refusals).toEqual([]);
    expect(heard).toEqual([type]);
  });

  test.each(types)("refuses and counts every bad %s", (type, example) => {
    const { hear, channel, heard, refusals } = listening(boundary);
    const messages = [
      ...badPayloads(example).map((payload) => ({ type, payload })),
      ...badEnvelopes(type, example.payload),
    ];
    expect(messages.length).toBeGreaterThanOrEqual(fewest);
    for (const message of messages) hear(message);
    expect(heard).toEqual([]);
    expect(channel.counts).toMatchObject({ received: 0, refused: messages.length });
    expect(Math.max(...refusals.map((reason) => reason.length))).toBeLessThan(500);
  });

  test("lets nothing through that its schemas would not, and never throws", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(boundary.messages)),
        fc.anything({ withBigInt: true }),
        (type, payload) => {
          const opened = openEnvelope(boundary.messages, { type, payload });
          expect(opened.ok).toBe(boundary.messages[type]?.schema.safeParse(payload).success);
        },
      ),
      { numRuns: 300 },
    );
  });
});
