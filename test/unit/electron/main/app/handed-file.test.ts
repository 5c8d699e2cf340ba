import { expect, test } from "vitest";
import { handedFile } from "../../../../../electron/main/app/handed-file.ts";
import { junk } from "../../../../support/hostile/junk.ts";
import { badPayloads } from "../../../../support/hostile/mutations.ts";

test("a second instance hands over its file, or says that it has none", () => {
  expect(handedFile({ file: "/a/b.spinscope" })).toBe("/a/b.spinscope");
  expect(handedFile({})).toBeUndefined();
});

test("whatever else it hands over is no file, and nothing throws", () => {
  const bad = [...badPayloads({ payload: { file: "/a" }, bad: { file: ["x".repeat(32_769)] } }), ...junk()];
  expect(bad.length).toBeGreaterThan(200);
  for (const payload of bad) expect(handedFile(payload)).toBeUndefined();
});
