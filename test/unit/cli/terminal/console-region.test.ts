import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { ConsoleRegion, consoleRows, lastRows } from "../../../../cli/terminal/console-region.ts";

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

  test.each([12, 5, 2])("fit a terminal of %d columns", (columns) => {
    for (const row of consoleRows([{ label: "threads", lines: ["| thinking!"] }], columns)) {
      expect(row.length).toBeLessThan(columns);
    }
  });

  test("count two columns for a wide letter", () => {
    const [row] = consoleRows([{ label: "t", lines: ["考え中です少々お待ち"] }], 12);
    expect(row).toBe("t  考え中…");
  });

  test("leave the terminal's last row free, and keep the newest rows", () => {
    expect(lastRows(["a", "b", "c"], 2)).toEqual(["b", "c"]);
    expect(lastRows(["a", "b"], 0)).toEqual(["b"]);
    expect(lastRows(["a", "b"], 5)).toEqual(["a", "b"]);
  });

  test("show what would steer the terminal as text", () => {
    expect(consoleRows([{ label: "t", lines: ["\u001b[2J"] }], 80)).toEqual(["t  \\u001b[2J"]);
  });

  test("are drawn in no more rows than a small terminal has", () => {
    let written = "";
    const stream = Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          written += String(chunk);
          done();
        },
      }),
      { columns: 80, rows: 4 },
    );
    const region = new ConsoleRegion(stream);
    region.draw([{ label: "t", lines: ["1", "2", "3", "4", "5"] }]);
    expect(written.match(/\n/g)).toHaveLength(3);
    region.draw([{ label: "t", lines: ["1", "2", "3", "4", "6"] }]);
    expect(written).toContain("\u001b[3A");
  });
});
