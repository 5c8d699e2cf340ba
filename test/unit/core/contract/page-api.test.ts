import { expect, test } from "vitest";
import { droppedRequest, requestTypes } from "../../../../core/contract/page-api.ts";
import { pageRequests } from "../../../../core/contract/page-protocol.ts";

test("the preload script lets through exactly the requests that main has a schema for, but for its own", () => {
  expect([...requestTypes, droppedRequest].sort()).toEqual(Object.keys(pageRequests).sort());
});
