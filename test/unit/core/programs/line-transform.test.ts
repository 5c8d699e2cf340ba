import { describe, expect, test } from "vitest";
import { transformLines } from "../../../../core/programs/line-transform.ts";
import { definitionOf } from "../../../../core/programs/mark.ts";
import { callable, runTransformed, transformed } from "./transformed.ts";

const lineCount = (source: string) => source.split("\n").length;

describe("what the transform leaves as it is", () => {
  const source = [
    "// The spinner.",
    "export function* spin(message: string, frames: readonly string[] = ['|']): Generator<string> {",
    "  // Comments stay where they are.",
    "  for (const frame of frames) yield frame + ' ' + message; // also this one",
    "}",
    "",
    "type Name = string;",
    "export const greet = (name: Name) => {",
    "  if (name === '') return 'nobody';",
    "  else return 'hello ' + name;",
    "};",
    "",
  ].join("\n");

  test("every line of the source is a line of the result, with every character in order", () => {
    const after = transformed(source).split("\n");
    source.split("\n").forEach((line, index) => {
      let from = 0;
      for (const character of line) {
        const found = (after[index] ?? "").indexOf(character, from);
        expect(found, `line ${index + 1}: ${line} is in ${after[index]}`).toBeGreaterThanOrEqual(0);
        from = found + 1;
      }
    });
  });

  test("without its marks the result is the source", () => {
    const bare = transformed(
      "export function f(a: number) {\n  if (a > 0)\n    return 1;\n  while (a < 3) a++;\n  return 2;\n}\n",
    );
    const [first = "", ...rest] = bare.split("\n");
    const unmarked = [first.replace(/^import .*\$define\(\$code0, f\); /, ""), ...rest]
      .join("\n")
      .replaceAll(/ const \$frame = \$enter\(\$code\d+\); |\$line\(\$frame, \d+\)[;,] |\$module.*\n/g, "")
      .replaceAll(/\{ (return 1;) \}/g, "$1");
    expect(unmarked).toBe(
      "export function f(a: number) {\n  if (a > 0)\n    return 1;\n  while (a < 3) a++;\n  return 2;\n}\n",
    );
  });

  test("it adds one line, behind the last", () => {
    expect(lineCount(transformed(source))).toBe(lineCount(source) + 1);
    expect(transformed(source).split("\n")[11]).toMatch(
      /^\$module\("sample\.ts", \[\$code0, \$code1\], \{ spin, greet \}\);$/,
    );
  });

  test("a source that went through once comes out of a second time unchanged", () => {
    expect(transformed(transformed(source))).toBe(transformed(source));
  });

  test("a last line that is a comment without an end does not swallow the end", async () => {
    const { exports } = await runTransformed("export function one() { return 1; }\n// the end");
    expect(callable(exports, "one")()).toBe(1);
  });

  test("a first line for the system stays the first", () => {
    expect(transformed("#!/usr/bin/env node\nfunction one() {}\n").split("\n")[0]).toBe("#!/usr/bin/env node");
  });

  test("something other than a syntax tree's root is refused by name", async () => {
    const node = { type: "Identifier", start: 0, end: 1 };
    expect(() => transformLines("x", node, { file: "x.ts" })).toThrow(
      "x.ts: expected a syntax tree's Program, got Identifier",
    );
  });
});

describe("which lines run", () => {
  const linesOf = async (source: string, name: string, ...args: unknown[]) =>
    (await runTransformed(source, (exports) => callable(exports, name)(...args))).lines;

  test("each statement of a function's body is marked before it runs", async () => {
    const source = ["export function add(a: number, b: number) {", "  const sum = a + b;", "  return sum;", "}"].join(
      "\n",
    );
    expect(await linesOf(source, "add", 1, 2)).toEqual(["add:2", "add:3"]);
  });

  test("only the branch that is taken is marked, with or without braces", async () => {
    const source = [
      "export function sign(n: number) {",
      "  if (n > 0)",
      "    return 1;",
      "  else if (n < 0)",
      "    return -1",
      "  else {",
      "    return 0;",
      "  }",
      "}",
    ].join("\n");
    expect(await linesOf(source, "sign", 1)).toEqual(["sign:2", "sign:3"]);
    expect(await linesOf(source, "sign", -1)).toEqual(["sign:2", "sign:4", "sign:5"]);
    expect(await linesOf(source, "sign", 0)).toEqual(["sign:2", "sign:4", "sign:7"]);
  });

  test("a loop's header is marked each time it decides", async () => {
    const source = [
      "export function count(n: number) {",
      "  let i = 0;",
      "  while (i < n)",
      "    i++;",
      "  return i;",
      "}",
    ].join("\n");
    expect(await linesOf(source, "count", 2)).toEqual([
      "count:2",
      "count:3",
      "count:4",
      "count:3",
      "count:4",
      "count:3",
      "count:5",
    ]);
  });

  test("a for loop without a test, left by break, is marked at its start and at each round", async () => {
    const source = [
      "export function frames() {",
      "  for (let turn = 0; ; turn++) {",
      "    if (turn === 1) break;",
      "  }",
      "}",
    ].join("\n");
    expect(await linesOf(source, "frames")).toEqual(["frames:2", "frames:3", "frames:2", "frames:3"]);
  });

  test("for…of, do…while, switch, labels and try keep their meaning", async () => {
    const source = [
      "export function mixed(words: string[]) {",
      "  const seen: string[] = [];",
      "  outer: for (const word of words) {",
      "    for (const letter of word) if (letter === '!') continue outer; else seen.push(letter);",
      "  }",
      "  let n = 0;",
      "  do n++; while (n < 2)",
      "  switch (n) {",
      "    case 2: seen.push('two'); break;",
      "    default: seen.push('other');",
      "  }",
      "  try { throw new Error('x'); } catch { seen.push('caught') } finally { seen.push('finally') }",
      "  return seen.join('');",
      "}",
    ].join("\n");
    const { exports } = await runTransformed(source);
    expect(callable(exports, "mixed")(["a!b", "c"])).toBe("actwocaughtfinally");
  });

  test("a body without semicolons means what it meant", async () => {
    const source = ["export function f() {", "  const a = 1", "  const b = 2", "  return a + b", "}"].join("\n");
    const { exports, lines } = await runTransformed(source, (exported) => callable(exported, "f")());
    expect(lines).toEqual(["f:2", "f:3", "f:4"]);
    expect(callable(exports, "f")()).toBe(3);
  });

  test("a directive stays first in its function, and a declared function is callable before its line", async () => {
    const source = [
      "export function f() {",
      "  'use strict';",
      "  return early();",
      "  function early() { return 7; }",
      "}",
    ].join("\n");
    expect(transformed(source)).toMatch(/'use strict'; const \$frame/);
    expect(callable((await runTransformed(source)).exports, "f")()).toBe(7);
  });

  test("methods, accessors, constructors and static blocks of a class run as before", async () => {
    const source = [
      "class Base { constructor(readonly made: string) {} }",
      "class Signal extends Base {",
      "  static count = 0;",
      "  static { Signal.count++; }",
      "  #go = true;",
      "  constructor() { super('signal'); }",
      "  get go() { return this.#go; }",
      "  set go(value: boolean) { this.#go = value; }",
      "  *frames() { yield this.made; }",
      "  async later() { return this.go; }",
      "}",
      "export function f() { const s = new Signal(); s.go = false; return [s.go, Signal.count, ...s.frames()]; }",
    ].join("\n");
    expect(callable((await runTransformed(source)).exports, "f")()).toEqual([false, 1, "signal"]);
  });

  test("types, overloads and declarations without a body cost no mark", async () => {
    const source = [
      "export function f(a: string): string;",
      "export function f(a: number): string;",
      "export function f(a: unknown): string {",
      "  type Local = string;",
      "  interface Shape { a: Local }",
      "  const shape: Shape = { a: String(a) } satisfies Shape;",
      "  return shape.a as string;",
      "}",
    ].join("\n");
    expect(await linesOf(source, "f", 1)).toEqual(["f:6", "f:7"]);
  });
});

describe("what the program says of its functions", () => {
  test("a declared function knows its file and its line, a wrapped one keeps its name", async () => {
    const source = [
      "const wrap = (body: () => Generator) => body;",
      "export function declared() {}",
      "export const named = wrap(function* inner() { yield 1; });",
      "export const inferred = function* () { yield 2; };",
      "export const arrow = () => { return 3; };",
    ].join("\n");
    const { exports } = await runTransformed(source);
    const described = ["declared", "named", "inferred", "arrow"].map((name) => {
      const code = definitionOf(callableObject(exports, name));
      return [callableObject(exports, name).name, code?.file, code?.line, code?.generator];
    });
    expect(described).toEqual([
      ["declared", "sample.ts", 2, false],
      ["inner", "sample.ts", 3, true],
      ["inferred", "sample.ts", 4, true],
      ["arrow", "sample.ts", 5, false],
    ]);
  });

  test("exports are listed under their outer names, types left out", () => {
    const source = [
      "function inner() {}",
      "export type T = string;",
      "export { inner as outer, type T as U };",
      "export class Kept {}",
      "export default function main() {}",
    ].join("\n");
    expect(transformed(source)).toContain('{ "outer": inner, Kept, default: main }');
  });
});

function callableObject(exports: Readonly<Record<string, unknown>>, name: string): { readonly name: string } & object {
  const value = exports[name];
  if (typeof value !== "function") throw new Error(`${name} is no function of the program`);
  return value;
}
