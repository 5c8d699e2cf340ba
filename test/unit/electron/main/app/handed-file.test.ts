import { expect, test } from "vitest";
import { handedFile, toHand } from "../../../../../electron/main/app/handed-file.ts";
import { junk } from "../../../../support/hostile/junk.ts";
import { badPayloads } from "../../../../support/hostile/mutations.ts";

test("a second instance hands over its file, or says that it has none", () => {
  expect(handedFile(toHand("/a/b.spinscope"))).toBe("/a/b.spinscope");
  expect(handedFile(toHand(undefined))).toBeUndefined();
});

test("a name with blanks and letters of any script arrives as it is, and travels as ASCII", () => {
  for (const path of ["/a/한 글 %20#?.spinscope", "/a/é b.spinscope", "/a/👩 x.spinscope"]) {
    expect(JSON.stringify(toHand(path))).toMatch(/^[ -~]*$/);
    expect(handedFile(toHand(path))).toBe(path);
  }
});

test("whatever else it hands over is no file, and nothing throws", () => {
  const bad = [
    ...badPayloads({ payload: { file: "file:///a" }, bad: { file: ["x".repeat(100_001), "/a", "https://a/b"] } }),
    ...junk(),
  ];
  expect(bad.length).toBeGreaterThan(200);
  for (const payload of bad) expect(handedFile(payload)).toBeUndefined();
});
