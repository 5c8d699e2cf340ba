import { expect, test } from "vitest";
import { whyUnbounded } from "../../../../core/contract/message-bounds.ts";
import { rowsPerBatch } from "../../../../core/contract/schema.ts";

test("a column as long as a batch may be is looked at, a longer one is not: as an object it has a key a number", () => {
  const message = (length: number) => ({ type: "run.start", payload: new Uint8Array(length) });
  expect(whyUnbounded(message(rowsPerBatch))).toBeUndefined();
  expect(whyUnbounded(message(rowsPerBatch + 1))).toBe("a longer column than a batch has");
  expect(whyUnbounded({ type: "batch", payload: { columns: { t: new Float64Array(rowsPerBatch + 1) } } })).toBe(
    "a longer column than a batch has",
  );
});
