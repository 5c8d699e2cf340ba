import { describe, expect, test } from "vitest";
import { Header } from "../../../../core/threading/layout.ts";
import { SharedMemory } from "../../../../core/threading/memory.ts";

const bytes = 16 * 1_024;

describe("a run's memory", () => {
  test("is refused when it is somebody else's buffer", () => {
    expect(() => new SharedMemory(new SharedArrayBuffer(bytes))).toThrow("not a run's memory of this version");
  });

  test("gives cells that do not overlap, at even words, from every thread's view", () => {
    const one = SharedMemory.create(1, bytes);
    const other = new SharedMemory(one.buffer);
    const cells = [one.allocate(3), other.allocate(1), one.allocate(4)];
    expect(cells.map((cell) => cell % 2)).toEqual([0, 0, 0]);
    expect([(cells[1] ?? 0) - (cells[0] ?? 0), (cells[2] ?? 0) - (cells[1] ?? 0)]).toEqual([4, 2]);
  });

  test("says so when it is used up, and goes on for smaller cells", () => {
    const memory = SharedMemory.create(1, bytes);
    expect(() => memory.allocate(bytes)).toThrow("are used up: share fewer objects");
    expect(memory.allocate(2)).toBeGreaterThan(0);
  });

  test("keeps texts of any length and any units", () => {
    const memory = SharedMemory.create(1, 64 * 1_024);
    for (const text of ["", "a", "né😀", "\ud800\0", "x".repeat(9_001)]) {
      expect(memory.readText(memory.writeText(text))).toBe(text);
    }
    expect(memory.readText(0)).toBe("");
  });

  test("keeps marks up to 2^53 whole", () => {
    const memory = SharedMemory.create(1, bytes);
    const cell = memory.allocate(2);
    memory.storeMark(cell, Number.MAX_SAFE_INTEGER);
    expect(memory.loadMark(cell)).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("lists cells newest first", () => {
    const memory = SharedMemory.create(1, bytes);
    const cells = [memory.allocate(2), memory.allocate(2), memory.allocate(2)];
    for (const cell of cells) memory.push(Header.firstSignal, cell);
    expect([...memory.list(Header.firstSignal)]).toEqual(cells.reverse());
  });
});
