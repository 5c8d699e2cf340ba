import { afterEach, beforeEach, expect, test } from "vitest";
import { print, setConsoleSink, write } from "../../../../core/programs/console.ts";

let written: string[] = [];

beforeEach(() => {
  written = [];
  setConsoleSink((text) => void written.push(text));
});
afterEach(() => setConsoleSink(null));

test("print writes values as Python's str has them, with spaces between and a line end, in one write", () => {
  print("Answer:", 42, null, [true, "x"]);
  print();
  expect(written).toEqual(["Answer: 42 None [True, 'x']\n", "\n"]);
});

test("write passes control characters on as they are, and adds nothing", () => {
  write("\b\b");
  expect(written).toEqual(["\b\b"]);
});

test("without a console the error says who must set one", () => {
  setConsoleSink(null);
  expect(() => write("x")).toThrow(/setConsoleSink/);
});
