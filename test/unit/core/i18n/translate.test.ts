import { describe, expect, it } from "vitest";
import { en } from "../../../../core/i18n/en/index.ts";
import { isTextKey, translate, translateReported } from "../../../../core/i18n/index.ts";

describe("translate", () => {
  it("gives the text of a key", () => {
    expect(translate("en", "run.again")).toBe("Run again");
  });

  it("puts values in for their names", () => {
    expect(translate("en", "parameters.bounds", { min: 0.1, max: 30 })).toBe("0.1 to 30 s");
  });

  it("never interprets what it has put in", () => {
    expect(translate("en", "note.saved", { path: "/a/{path}/$&" })).toBe("Saved to /a/{path}/$&");
  });

  it("leaves a placeholder without a value readable", () => {
    expect(translateReported("en", "note.saved", {})).toBe("Saved to {path}");
  });

  it("knows its keys, and nothing that every object has", () => {
    expect(isTextKey("run.run")).toBe(true);
    expect(isTextKey("toString")).toBe(false);
  });
});

describe("the English texts", () => {
  it.each(Object.entries(en))("%s says something, with its placeholders closed", (_key, text) => {
    expect(text.trim()).not.toBe("");
    expect(text.replaceAll(/\{\w+\}/g, "")).not.toMatch(/[{}]/);
  });
});
