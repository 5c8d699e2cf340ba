import { afterEach, expect, test, vi } from "vitest";
import { blockPage } from "../../../../renderer/hosts/block-page.ts";

const asked: string[] = [];

class HandRequest {
  static status = 204;
  status = 0;
  open(method: string, address: string, async: boolean): void {
    asked.push(`${method} ${address} ${async ? "async" : "sync"}`);
  }
  send(): void {
    this.status = HandRequest.status;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
  HandRequest.status = 204;
});

test("a blocking sleep is a synchronous request for the delay in ms, in pieces that the protocol allows", () => {
  vi.stubGlobal("XMLHttpRequest", HandRequest);
  blockPage(0.5);
  blockPage(12.3);
  blockPage(0);
  expect(asked).toEqual(["GET /block?ms=500 sync", "GET /block?ms=10000 sync", "GET /block?ms=2300 sync"]);
});

test("a refusal is an error, not a sleep that was none", () => {
  vi.stubGlobal("XMLHttpRequest", HandRequest);
  HandRequest.status = 404;
  expect(() => blockPage(1)).toThrow("the blocking sleep was refused with status 404");
});
