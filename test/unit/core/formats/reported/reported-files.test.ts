// Files that were reported to fail elsewhere, each read as the format's description says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importRecording } from "../../../../../core/formats/import-recording.ts";
import { NativeRecording } from "../../../../../core/formats/native/native-recording.ts";
import { writeNative } from "../../../../../core/formats/native/native-writer.ts";
import { writeTraceEvents } from "../../../../../core/formats/trace-event/trace-event-writer.ts";
import { decodeUtf8 } from "../text-bytes.ts";
import { brokenPromises, parseTraceFile } from "../trace-event/verify-trace-events.ts";

const bytesOfFile = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, `${name}.spinscope`)));

/** Reads a file in pieces of `size` bytes. */
function read(name: string, size = Number.POSITIVE_INFINITY) {
  const bytes = bytesOfFile(name);
  function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const recording = new NativeRecording(pieces(), decodeUtf8);
  const { table, header } = importRecording(recording);
  return { recording, table, header, ending: recording.ending };
}

function textOf(name: string): string {
  return [...writeNative(new NativeRecording([bytesOfFile(name)], decodeUtf8))].join("");
}

describe("a file that was reported elsewhere", () => {
  test.each([
    ["arrow-outside-any-span", 15],
    ["before-origin", 9],
    ["crlf", 9],
    ["lone-surrogates", 6],
    ["no-last-newline", 9],
    ["odd-names", 41],
    ["plain", 9],
    ["spans-of-no-length", 28],
    ["with-bom", 9],
  ])("%s is read whole, in one piece or in many", (name, events) => {
    for (const size of [1, 3, Number.POSITIVE_INFINITY]) {
      const { table, ending } = read(name, size);
      expect(table.length).toBe(events);
      expect(ending).toEqual({ events, footer: { events, dropped: 0 } });
    }
  });

  test.each(["spans-of-no-length", "arrow-outside-any-span", "odd-names", "before-origin"])(
    "%s keeps the promises of a Chrome trace",
    (name) => {
      const trace = parseTraceFile(
        [...writeTraceEvents(new NativeRecording([bytesOfFile(name)], decodeUtf8))].join(""),
      );
      expect(brokenPromises(trace)).toEqual([]);
    },
  );

  test.each(["crlf", "no-last-newline", "with-bom"])("%s says the same as the plain file", (name) => {
    expect(textOf(name)).toBe(textOf("plain"));
  });

  test("cut-inside-a-character gives its whole lines and says where it was cut", () => {
    const { ending, table } = read("cut-inside-a-character");
    expect(table.length).toBe(4);
    expect(ending).toEqual({
      events: 4,
      cut: "the file was cut short inside line 6: 4 whole events were read",
    });
  });

  test.each([1, 4, Number.POSITIVE_INFINITY])("utf16 is refused by its encoding, in pieces of %d bytes", (size) => {
    expect(() => read("utf16", size)).toThrow(
      "the file is UTF-16, and a recording is UTF-8: save it as UTF-8 and open it again",
    );
  });

  test("times since 1970 are refused with the line and the field", () => {
    expect(() => read("epoch-times")).toThrow('line 2: "t" must be a time in µs, not 1666382280874284');
  });

  test.each([
    ["number-twice", "line 7: number 4 of producer 16 comes twice or out of order"],
    ["out-of-order", "line 7: number 4 of producer 16 comes twice or out of order"],
  ])("%s is refused with the line", (name, sentence) => {
    expect(() => read(name)).toThrow(sentence);
  });

  test("before-origin and odd names come back as they were", () => {
    expect(read("before-origin").table.t(0)).toBe(-1000);
    const names = read("odd-names").header.lanes.map(({ name }) => name);
    expect(
      JSON.parse(textOf("odd-names").split("\n")[0] ?? "").lanes.map((lane: { name: string }) => lane.name),
    ).toEqual(names);
  });
});
