import { describe, expect, test } from "vitest";
import { translateReported } from "../../../../core/i18n/translate.ts";
import { shownText, shownTexts } from "../../../../core/text/shown-text.ts";

const reversing = "photo\u202egpj.exe";

describe("text as it may be shown", () => {
  test("turns nothing round that stands around it", () => {
    for (const sign of "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
      expect(shownText(`a${sign}b`)).toBe("a\ufffdb");
    }
  });

  test("has no control character but those that a console obeys", () => {
    expect(shownText("\u0000\u001b[2J\u007f\u009b")).toBe("\ufffd\ufffd[2J\ufffd\ufffd");
    expect(shownText("a\tb\r\n\b")).toBe("a\tb\r\n\b");
  });

  test("is as it was otherwise, in every script", () => {
    for (const text of ["שלום", "مرحبا", "한 글", "👩‍👩‍👧", "", "‏"]) expect(shownText(text)).toBe(text);
  });
});

test("plain data keeps its form, and each of its texts is such", () => {
  const event = { type: "problem", payload: { sentences: [reversing], shown: null, events: 3, saved: true } };
  expect(shownTexts(event)).toEqual({
    type: "problem",
    payload: { sentences: ["photo\ufffdgpj.exe"], shown: null, events: 3, saved: true },
  });
});

test("what is put into a sentence does nothing to the rest of it", () => {
  expect(translateReported("en", "window.title.file", { name: reversing })).toContain("photo\ufffdgpj.exe");
});
