import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventOf } from "../../../core/trace/decode.ts";
import { rowOfEvent } from "../../../core/trace/encode.ts";
import { kinds } from "../../../core/trace/kinds.ts";
import { rowOf } from "../../../core/trace/read-row.ts";
import { TraceTable } from "../../../core/trace/table.ts";
import { arbitraryEvent, arbitraryEventOf, laneFor } from "./arbitrary-event.ts";

describe("an event as a row of columns", () => {
  it.each(kinds)("%s comes back as it was", (kind) => {
    fc.assert(
      fc.property(arbitraryEventOf(kind), (event) => {
        expect(eventOf(rowOfEvent(event, laneFor(event)))).toEqual(event);
      }),
    );
  });

  it("comes back from a table as it was, beside others", () => {
    fc.assert(
      fc.property(fc.array(arbitraryEvent, { maxLength: 40 }), (events) => {
        const table = new TraceTable();
        for (const event of events) table.add(rowOfEvent(event, laneFor(event)));
        expect(events.map((_, index) => eventOf(rowOf(table, index)))).toEqual(events);
      }),
    );
  });
});
