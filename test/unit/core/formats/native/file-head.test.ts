import { describe, expect, it } from "vitest";
import { FileHead } from "../../../../../core/formats/native/file-head.ts";

describe("the head of a file", () => {
  it("that only begins with a zero is no other encoding: what is wrong with it is told by its line", () => {
    const bytes = Uint8Array.from([0x00, 0x7b, 0x22, 0x66]);
    expect([...new FileHead().push(bytes)]).toEqual([...bytes]);
    expect([...new FileHead().push(Uint8Array.from([0x7b, 0x00, 0x22, 0x66]))]).toHaveLength(4);
  });
});
