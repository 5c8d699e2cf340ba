import { expect, test } from "vitest";
import { requestTypes } from "../../../../core/contract/page-api.ts";
import { pageRequests } from "../../../../core/contract/page-protocol.ts";

test("the preload script lets through exactly the requests that main has a schema for", () => {
  expect([...requestTypes].sort()).toEqual(Object.keys(pageRequests).sort());
});
