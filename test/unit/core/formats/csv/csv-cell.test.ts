import { describe, expect, test } from "vitest";
import { cellText, textCell } from "../../../../../core/formats/csv/csv-cell.ts";

/** As the cell's reader splits it: without the quotes around it. */
function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

describe("a cell", () => {
  test.each(["=", "+", "-", "@", "＝", "＋", "－", "＠", "'"])(
    "whose text begins with %s is marked as text",
    (first) => {
      expect(textCell(`${first}1`)).toBe(`'${first}1`);
      expect(cellText(textCell(`${first}1`))).toBe(`${first}1`);
    },
  );

  test("is marked also where white space stands before what begins a formula", () => {
    expect(unquoted(textCell("  =1"))).toBe("'  =1");
    expect(textCell("　＠1")).toBe("'　＠1");
    expect(textCell(" '1")).toBe('" \'1"');
  });

  test("keeps a text that has such a character further on", () => {
    expect(textCell("a=1")).toBe("a=1");
    expect(textCell("1＠2")).toBe("1＠2");
    expect(textCell("it's")).toBe("it's");
  });

  test("is quoted for a comma, a quote, and a blank at either end", () => {
    expect(textCell("a,b")).toBe('"a,b"');
    expect(textCell('say "a"')).toBe('"say ""a"""');
    expect([textCell(" a"), textCell("a "), textCell("a b")]).toEqual(['" a"', '"a "', "a b"]);
  });

  test("writes what steers a terminal, turns a line round or parts cells as JSON does, and gives it back", () => {
    const written: readonly (readonly [text: string, cell: string])[] = [
      ["\b\t\n\f\r\\", "\\b\\t\\n\\f\\r\\\\"],
      ["a;b", "a\\u003bb"],
      ["\u001b[31m", "\\u001b[31m"],
      ["\u009b31m", "\\u009b31m"],
      ["\u202eabc", "\\u202eabc"],
      ["\u2028\u2029", "\\u2028\\u2029"],
      ["\ud800", "\\ud800"],
      ["\u{e0001}", "\\udb40\\udc01"],
    ];
    for (const [text, cell] of written) {
      expect(textCell(text)).toBe(cell);
      expect(cellText(cell)).toBe(text);
    }
  });

  test("gives back as it stands what looks like an escape and is none", () => {
    expect(cellText("\\x\\u12")).toBe("\\x\\u12");
    expect(cellText("''a")).toBe("'a");
  });
});
