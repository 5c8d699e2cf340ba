import { describe, expect, it } from "vitest";
import { milliseconds, wholeNumber } from "../../../../core/i18n/index.ts";

const thin = "\u202f";

describe("milliseconds", () => {
  it.each([
    [0, "0.00|ms"],
    [0.17, "0.17|ms"],
    [9.994, "9.99|ms"],
    [63.04, "63.0|ms"],
    [504.4, "504|ms"],
    [3_001.6, "3.002|s"],
    [-12.34, "-12.3|ms"],
  ])("writes %d with as many digits as the eye can use", (ms, text) => {
    expect(milliseconds(ms)).toBe(text.replace("|", thin));
  });

  it.each([9.999, 99.96, 999.6])("never writes more digits because %d is rounded up", (ms) => {
    expect(milliseconds(ms).replace(/[^\d]/g, "").length).toBeLessThanOrEqual(4);
  });

  it("writes a dash for none", () => {
    expect(milliseconds(undefined)).toBe("–");
    expect(milliseconds(Number.NaN)).toBe("–");
  });
});

describe("wholeNumber", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [12_480, "12|480"],
    [1_234_567, "1|234|567"],
  ])("sets the thousands of %d apart", (count, text) => {
    expect(wholeNumber(count)).toBe(text.replaceAll("|", thin));
  });

  it("writes a dash for none", () => {
    expect(wholeNumber(undefined)).toBe("–");
  });
});
