import { describe, expect, test } from "vitest";
import { consoleRows } from "../../../../cli/terminal/console-region.ts";

describe("the consoles in a terminal", () => {
  test("stand one under the other, each with its label before its first line", () => {
    const consoles = [
      { label: "threads", lines: ["spinner object: <Thread>", "| thinking!"] },
      { label: "coroutines", lines: ["/ thinking!"] },
    ];
    expect(consoleRows(consoles, 80)).toEqual([
      "threads     spinner object: <Thread>",
      "            | thinking!",
      "coroutines  / thinking!",
    ]);
  });

  test("say where a line is cut, and never reach the last column", () => {
    const [row] = consoleRows([{ label: "threads", lines: ["x".repeat(40)] }], 20);
    expect(row).toBe(`threads  ${"x".repeat(9)}…`);
  });

  test("keep their first row when nothing was printed, and drop empty rows at the end", () => {
    expect(consoleRows([{ label: "threads", lines: ["", ""] }], 80)).toEqual(["threads  "]);
    expect(consoleRows([{ label: "threads", lines: ["Answer: 42", "", ""] }], 80)).toEqual(["threads  Answer: 42"]);
  });
});
