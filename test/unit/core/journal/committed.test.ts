import { expect, test } from "vitest";
import { CommittedCount, committedSchema } from "../../../../core/journal/committed.ts";
import { batchOf, gapEntry, hrtime, origin, producerOf, startEntry } from "../../../support/journal-entries.ts";

test("what is committed is counted by rows, and each producer's next number past its gaps", () => {
  const count = new CommittedCount();
  expect(count.value).toEqual({ events: 0, producers: [], start: undefined, end: undefined });
  count.producer(producerOf(0));
  count.producer(producerOf(16));
  const two = batchOf(16, 0, (writer) => {
    writer.output(origin, 0, "a");
    writer.output(origin, 0, "b");
  });
  count.append(two);
  const gap = gapEntry(16, 2, 41);
  if (gap.type === "batch") count.append(gap.batch);
  expect(count.value).toMatchObject({
    events: 3,
    producers: [
      { producer: producerOf(0), next: 0 },
      { producer: producerOf(16), next: 42 },
    ],
  });
  // Declared anew by the journal's end: its numbers stay.
  count.producer(producerOf(16, { tail: "unknown" }));
  expect(count.value.producers[1]).toEqual({ producer: producerOf(16, { tail: "unknown" }), next: 42 });
});

test("what is committed goes to a thread that reads the journal, and only as it is", () => {
  const count = new CommittedCount();
  const start = startEntry();
  if (start.type === "start") count.start(start.start);
  count.producer(producerOf(16));
  count.end({ clocks: [hrtime], producers: [producerOf(16)], dropped: 3 });
  expect(committedSchema.parse(structuredClone(count.value))).toEqual(count.value);
  for (const wrong of [{ events: -1, producers: [] }, { events: 0.5, producers: [] }, { producers: [] }]) {
    expect(committedSchema.safeParse(wrong).success).toBe(false);
  }
  const next = { events: 1, producers: [{ producer: producerOf(16), next: -1 }] };
  expect(committedSchema.safeParse(next).success).toBe(false);
});
