import { describe, expect, test } from "vitest";
import { boundsOnDisplay, firstSize } from "../../../../../electron/main/window/window-place.ts";

const left = { x: 0, y: 25, width: 1_920, height: 1_055 };
const right = { x: 1_920, y: 0, width: 1_280, height: 1_024 };
const size = { width: 1_440, height: 900 };

describe("where the window stands", () => {
  test("is where it was, on any display that is there", () => {
    for (const at of [
      { x: 100, y: 60 },
      { x: 2_000, y: 40, width: 1_100, height: 720 },
      { x: 1_000, y: 100 },
    ]) {
      expect(boundsOnDisplay({ ...size, ...at }, [left, right])).toEqual({ ...size, ...at });
    }
  });

  test("is on the nearest display, when its own is gone", () => {
    expect(boundsOnDisplay({ x: 2_400, y: 80, ...size }, [left])).toEqual({ x: 480, y: 80, ...size });
    expect(boundsOnDisplay({ x: 9_000, y: -4_000, ...size }, [left, right])).toEqual({
      x: 1_920,
      y: 0,
      width: 1_280,
      height: 900,
    });
  });

  test("has its title within reach: not above the display, and not all but outside of it", () => {
    expect(boundsOnDisplay({ x: 100, y: -300, ...size }, [left])).toEqual({ x: 100, y: 25, ...size });
    expect(boundsOnDisplay({ x: -1_400, y: 60, ...size }, [left])).toEqual({ x: 0, y: 60, ...size });
    expect(boundsOnDisplay({ x: 100, y: 1_070, ...size }, [left])).toEqual({ x: 100, y: 180, ...size });
  });

  test("is no larger than the display", () => {
    expect(boundsOnDisplay({ x: 0, y: 30, width: 5_000, height: 3_000 }, [left])).toEqual({
      x: 0,
      y: 30,
      width: 1_920,
      height: 1_055,
    });
  });

  test("is nowhere without a display", () => {
    expect(boundsOnDisplay({ x: 0, y: 0, ...size }, [])).toBeUndefined();
  });
});

describe("a window that opens for the first time", () => {
  test("has its usual size where there is room", () => {
    expect(firstSize({ width: 1_920, height: 1_040 })).toEqual({
      width: 1_440,
      height: 900,
      minWidth: 1_024,
      minHeight: 700,
    });
  });

  test("fits a small screen with its title and menu, also where a panel leaves less than it is laid out for", () => {
    expect(firstSize({ width: 1_366, height: 768 })).toMatchObject({ width: 1_366, height: 700 });
    expect(firstSize({ width: 1_366, height: 738 })).toMatchObject({ height: 670, minHeight: 670 });
  });
});
