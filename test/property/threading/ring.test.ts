import fc from "fast-check";
import { expect, test } from "vitest";
import { Code } from "../../../core/trace/kinds.ts";
import { runs } from "../../support/soak.ts";
import { SmallRing } from "../../support/threads/small-ring.ts";

const text = fc.oneof(
  fc.constantFrom("", "file.ts", "| thinking!", "Thread-1 (spin)"),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.integer({ min: 0, max: 9_000 }).map((length) => "y".repeat(length)),
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ write: text, vital: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ burst: fc.integer({ min: 1, max: 400 }), text }) },
  { weight: 3, arbitrary: fc.constant("read" as const) },
);

test("every number comes out once or lies in exactly one gap, however writes and reads take turns", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ring = new SmallRing();
      const written: string[] = [];
      const write = (each: string, kind: number) => {
        ring.write(each, kind);
        written.push(each);
      };
      for (const each of steps) {
        if (each === "read") ring.read();
        else if ("write" in each) write(each.write, each.vital ? Code.laneEnded : Code.output);
        else for (let i = 0; i < each.burst; i++) write(each.text, Code.output);
      }
      ring.close();
      const out = ring.outcome();
      expect(out).toHaveLength(written.length);
      expect(out.filter((each) => each === undefined)).toHaveLength(ring.reader.dropped);
      out.forEach((each, seq) => {
        if (each !== undefined) expect(each).toBe(written[seq]);
      });
    }),
    { numRuns: runs(200) },
  );
});

test("an event is dropped only when the ring has no room for it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 80 }), { maxLength: 40 }), (texts) => {
      const ring = new SmallRing();
      for (const each of texts) ring.write(each);
      ring.close();
      expect(ring.outcome()).toEqual(texts);
    }),
  );
});
