import { expect, test } from "vitest";
import { resultOf } from "../../../../core/timeline/lane-end.ts";

test.each([
  ['{"value":42}', { value: "42" }],
  ['{"value":"done"}', { value: '"done"' }],
  ['{"error":"ValueError: no"}', { error: "ValueError: no" }],
  ['{"value":null}', {}],
  ["", {}],
  ["null", {}],
  ["[1", {}],
])("the payload %s of a lane's end says %o", (payload, result) => {
  expect(resultOf(payload)).toEqual(result);
});
