import { afterEach, describe, expect, test } from "vitest";
import {
  $code,
  $define,
  $enter,
  $line,
  expectFrame,
  type FrameOwner,
  setLineSink,
} from "../../../../core/programs/mark.ts";
import { $module, exportedName, programModule } from "../../../../core/programs/program-modules.ts";

afterEach(() => setLineSink(null));

describe("a mark", () => {
  test("moves its frame to the line, with nobody listening", () => {
    const frame = $enter($code("spin", "spinner.ts", 3, false));
    expect(frame.line).toBe(3);
    $line(frame, 5);
    expect(frame.line).toBe(5);
  });

  test("tells the sink the function, the line and the frame", () => {
    const told: unknown[] = [];
    setLineSink((code, line, frame) => told.push(code.name, line, frame));
    const frame = $enter($code("spin", "spinner.ts", 3, false));
    $line(frame, 4);
    expect(told).toEqual(["spin", 4, frame]);
  });
});

describe("the frame of a generator", () => {
  const owner = (name: string): FrameOwner => ({ name, frame: null });

  test("goes to the owner that expected a body of its name", () => {
    const spin = owner("spin");
    expectFrame(spin);
    const frame = $enter($code("spin", "spinner.ts", 3, true));
    expect(spin.frame).toBe(frame);
  });

  test("does not go to an owner of another name, nor to one that has its frame", () => {
    const other = owner("slowFunction");
    expectFrame(other);
    $enter($code("spin", "spinner.ts", 3, true));
    expect(other.frame).toBeNull();
    const spin = owner("spin");
    expectFrame(spin);
    const first = $enter($code("spin", "spinner.ts", 3, true));
    expectFrame(spin);
    $enter($code("spin", "spinner.ts", 3, true));
    expect(spin.frame).toBe(first);
  });

  test("is not given away by a plain function that runs in between", () => {
    const spin = owner("spin");
    expectFrame(spin);
    $enter($code("spin", "spinner.ts", 1, false));
    expect(spin.frame).toBeNull();
  });
});

describe("a program's modules", () => {
  test("a function that is exported is found again by file and name, any other is not", () => {
    const code = $code("spin", "named.ts", 1, false);
    const spin = $define(code, function spin() {});
    const hidden = $define($code("hidden", "named.ts", 2, false), function hidden() {});
    $module("named.ts", [code], { turn: spin });
    expect(exportedName(spin)).toEqual({ file: "named.ts", name: "turn" });
    expect(exportedName(hidden)).toBeUndefined();
    expect(exportedName(() => {})).toBeUndefined();
    expect(programModule("named.ts")?.exports["turn"]).toBe(spin);
    expect(programModule("other.ts")).toBeUndefined();
  });
});
