import { describe, expect, it } from "vitest";
import { Console } from "../../../../../core/trace/folds/console.ts";

function shown(...writes: readonly string[]): string {
  const console = new Console();
  for (const write of writes) console.write(write);
  return console.text;
}

describe("a console", () => {
  it("shows the last frame of a spinner that goes back over itself", () => {
    expect(shown("| thinking!", "\b".repeat(11), "/ thinking!", "\b".repeat(11))).toBe("/ thinking!");
  });

  it("is clean after the spinner wiped its status", () => {
    expect(shown("| thinking!", "\b".repeat(11), " ".repeat(11) + "\b".repeat(11), "Answer: 42\n")).toBe("Answer: 42");
  });

  it("does not erase by going back, only by writing over", () => {
    expect(shown("abc\b\bX")).toBe("aXc");
  });

  it("does not go back past the start of a line", () => {
    expect(shown("a\n\b\b\bb")).toBe("a\nb");
  });

  it("starts the line again at a carriage return", () => {
    expect(shown("12345\rab")).toBe("ab345");
  });

  it("drops control characters that could do something to a terminal", () => {
    expect(shown("a\u001b[31mb\u0007\u0000c")).toBe("a[31mbc");
  });

  it("counts characters outside the basic plane as one", () => {
    expect(shown("🌀x\b\bab")).toBe("ab");
  });

  it("keeps so many characters of a line, and says how many more there were", () => {
    const console = new Console();
    console.write("x".repeat(5_000));
    expect(console.lines).toEqual([`${"x".repeat(4_096)} … 904 more`]);
    expect(console.copy().lines).toEqual(console.lines);
    console.write("\nshort");
    expect(console.lines).toEqual([`${"x".repeat(4_096)} … 904 more`, "short"]);
  });

  it("goes its own way in a copy", () => {
    const console = new Console();
    console.write("one\ntwo");
    const copy = console.copy();
    copy.write("!\nthree");
    console.write("?");
    expect(console.lines).toEqual(["one", "two?"]);
    expect(copy.lines).toEqual(["one", "two!", "three"]);
  });

  it("keeps a bounded number of lines", () => {
    const console = new Console();
    for (let i = 0; i < 3_000; i++) console.write(`${i}\n`);
    expect(console.lines.length).toBe(1_000);
    expect(console.lines.at(-2)).toBe("2999");
  });
});
