import { expect, test } from "vitest";
import { boundedLog } from "../../../../../electron/main/security/bounded-log.ts";

test("an account is one line of bounded length, whatever it is made of", () => {
  const lines: string[] = [];
  const log = boundedLog((line) => lines.push(line), 40);
  log("a\nb\r\u0000\u001b[31m\u2028c");
  log("x".repeat(1_000));
  expect(lines).toEqual(["a\\nb\\u000d\\u0000\\u001b[31m\\u2028c", "x".repeat(40)]);
});

test("a flood is told of now and then", () => {
  const lines: string[] = [];
  const log = boundedLog(
    (line) => lines.push(line),
    40,
    (account, number) => `${number}: ${account}`,
  );
  for (let i = 0; i < 100_000; i++) log("again");
  expect(lines).toHaveLength(400);
  expect(lines.at(-1)).toBe("100000: again");
});
