import { describe, expect, it } from "vitest";
import { importRecording } from "../../../../../core/formats/import-recording.ts";
import { NativeReader } from "../../../../../core/formats/native/native-reader.ts";
import { NativeRecording } from "../../../../../core/formats/native/native-recording.ts";
import { writeNative } from "../../../../../core/formats/native/native-writer.ts";
import type { AnyEvent } from "../../../../../core/trace/event.ts";
import { MadeUpRecording } from "../../trace/made-up-recording.ts";
import { bytesOf, decodeUtf8 } from "../text-bytes.ts";

const header =
  '{"format":"spinscope","version":1,"app":"a","lesson":"l","modes":[],"params":{},"started":"","host":{},"clocks":[],"producers":[],"lanes":[]}';
const footer = '{"end":true,"events":0,"dropped":0}';

/** Reads a text in one piece, or bytes in pieces of `size`. */
function read(text: string | Uint8Array, size = Number.POSITIVE_INFINITY) {
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  const reader = new NativeReader(decodeUtf8);
  const events: AnyEvent[] = [];
  for (let at = 0; at < bytes.length; at += size) events.push(...reader.push(bytes.subarray(at, at + size)));
  return { events, header: reader.header, ending: reader.end() };
}

/** A file of one event line, complete. */
function withEvent(line: string): string {
  return `${header}\n${line}\n${footer}\n`;
}

const small = (() => {
  const made = new MadeUpRecording();
  made.lane(1, "thread", "Thread-1 (회전)");
  made.say(0, 0, 1, "lane.created");
  made.say(0, 1, 1, "output", { text: "🌀 thinking! \u0000\b" });
  made.say(0, 2, 1, "lane.ended", { how: "returned" });
  return made;
})();
const smallText = [...writeNative(small.recording)].join("");

describe("reading a recording", () => {
  it("gives the events however the bytes are cut into pieces", () => {
    for (const size of [1, 2, 3, 7, 64, 1_000_000]) {
      const { events, ending } = read(smallText, size);
      expect(events).toEqual(small.events);
      expect(ending).toEqual({ events: 3, footer: { events: 3, dropped: 0 } });
    }
  });

  it("takes every whole line of a file cut at any byte and says how many, or refuses one without a header", () => {
    const bytes = bytesOf(smallText);
    const ends = [...bytes].flatMap((byte, index) => (byte === 10 ? [index + 1] : []));
    for (let cut = 0; cut < bytes.length; cut++) {
      const whole = ends.filter((end) => end <= cut).length;
      const part = bytes.subarray(0, cut);
      if (whole === 0) {
        expect(() => read(part)).toThrow(/empty|inside its first line/);
        continue;
      }
      const { events, ending } = read(part);
      expect(events).toEqual(small.events.slice(0, whole - 1));
      // The last line counts without its line end.
      if (cut === bytes.length - 1) expect(ending.cut).toBeUndefined();
      else expect(ending.cut).toContain(`${whole - 1} whole events were read`);
    }
  });

  it.each([1, 5, 1_000_000])("passes over blank lines, wherever they are, in pieces of %d bytes", (size) => {
    const spaced = `\n \t\r\n${smallText.replaceAll("\n", "\n\n")} \n\r`;
    expect(read(bytesOf(spaced), size)).toEqual(read(smallText));
  });

  it("counts blank lines where it names a line", () => {
    expect(() => read(`${header}\n\n\n{"p":0}\n`)).toThrow('line 4: "s" must be');
    const twice = '{"p":0,"s":0,"t":1,"lane":1,"kind":"run"}';
    const recording = new NativeRecording([bytesOf(`${header}\n\n${twice}\n\n${twice}\n${footer}\n`)], decodeUtf8);
    expect(() => importRecording(recording)).toThrow("line 5: number 0 of producer 0 comes twice");
  });

  it("takes the last line without its line end, and nothing else", () => {
    expect(read(`${header}\n${footer}`).ending).toEqual({ events: 0, footer: { events: 0, dropped: 0 } });
    for (const rest of [footer.slice(0, -1), '{"p":0,"s":0,"t":1,"lane":1,"kind":"run"}', '{"end":true}', "\r"]) {
      expect(read(`${header}\n${rest}`).ending.cut).toBe(
        "the file was cut short inside line 2: 0 whole events were read",
      );
    }
  });

  it("refuses what stands after the last line, also without a line end or in no UTF-8", () => {
    const complete = `${header}\n${footer}\n`;
    expect(() => read(`${complete}{}`)).toThrow("line 3: there is text after the last line");
    expect(() => read(`${complete}${footer}\n`)).toThrow("line 3: there is text after the last line");
    expect(() => read(Uint8Array.of(...bytesOf(complete), 0xff))).toThrow("line 3: there is text after the last line");
  });

  it("takes a byte order mark off, and no other one", () => {
    const mark = "\uFEFF";
    for (const size of [1, 2, 3, 4, 1_000_000]) expect(read(bytesOf(mark + smallText), size)).toEqual(read(smallText));
    expect(() => read(mark + mark + smallText)).toThrow("this is no Spinscope recording");
    expect(() => read(mark)).toThrow("the file is empty");
  });

  it.each([
    ["UTF-16", [0xff, 0xfe, 0x7b, 0x00]],
    ["UTF-16", [0xfe, 0xff, 0x00, 0x7b]],
    ["UTF-16", [0x7b, 0x00, 0x22, 0x00]],
    ["UTF-16", [0x00, 0x7b, 0x00, 0x22]],
    ["UTF-32", [0xff, 0xfe, 0x00, 0x00]],
    ["UTF-32", [0x00, 0x00, 0xfe, 0xff]],
    ["UTF-32", [0x7b, 0x00, 0x00, 0x00]],
    ["UTF-32", [0x00, 0x00, 0x00, 0x7b]],
    ["UTF-16", [0xff, 0xfe]],
  ])("refuses %s by its name: %j", (name, head) => {
    for (const size of [1, 4]) {
      expect(() => read(Uint8Array.from(head), size)).toThrow(
        `the file is ${name}, and a recording is UTF-8: save it as UTF-8 and open it again`,
      );
    }
  });

  it("keeps the unknown fields of a known kind, and an unknown kind whole", () => {
    const { events } = read(
      `${header}\n{"p":0,"s":0,"t":1,"lane":1,"kind":"run","colour":"red","deep":{"a":[1]}}\n{"p":0,"s":1,"t":1,"lane":1,"kind":"lane.painted","colour":"red"}\n${footer}\n`,
    );
    expect(events).toEqual([
      { p: 0, s: 0, t: 1, lane: 1, kind: "run", more: { colour: "red", deep: { a: [1] } } },
      { p: 0, s: 1, t: 1, lane: 1, kind: "lane.painted", fields: { colour: "red" } },
    ]);
  });

  it("takes any integer as a lane", () => {
    expect(read(withEvent('{"p":0,"s":0,"t":1,"lane":-1,"kind":"run"}')).events[0]?.lane).toBe(-1);
    expect(read(withEvent('{"p":0,"s":0,"t":1,"lane":9007199254740991,"kind":"run"}')).events[0]?.lane).toBe(
      2 ** 53 - 1,
    );
  });

  it("takes null for a field that may be absent", () => {
    const { events } = read(withEvent('{"p":0,"s":0,"t":1,"lane":1,"kind":"run","cause":null}'));
    expect(events).toEqual([{ p: 0, s: 0, t: 1, lane: 1, kind: "run" }]);
  });

  it("refuses a newer version by name", () => {
    expect(() => read(`${header.replace('"version":1', '"version":2')}\n`)).toThrow(
      "line 1: this recording has version 2 of the format, this Spinscope reads up to 1: open it with a newer Spinscope",
    );
  });

  it.each([
    ["", "the file is empty"],
    ['{"format":"spinscope"', "line 1: the file ends inside its first line, the header"],
    ["<html>\n", "line 1: this is no Spinscope recording"],
    ["{}\n", 'line 1: this is no Spinscope recording: its first line must say "format":"spinscope"'],
    [`${header.replace('"lanes":[]', '"lanes":[{"id":1}]')}\n`, 'line 1: the header\'s "lanes.0.kind": '],
    [
      `${header.replace('"lanes":[]', '"lanes":[{"id":1,"kind":"task","name":"a","runtime":"threads"},{"id":1,"kind":"task","name":"b","runtime":"threads"}]')}\n`,
      "line 1: the header declares lane 1 twice",
    ],
    [`${header}\n{"p":0,"s":0,\n`, "line 2: this line is not JSON"],
    [`${header}\n[]\n`, "line 2: an event must be a JSON object"],
    [`${header}\n{"p":0,"s":0,"t":NaN}\n`, "line 2: this line is not JSON"],
    [
      `${header}\n{"p":0,"s":0,"t":1e999,"lane":1,"kind":"run"}\n`,
      "line 2: this line has a number too large to be one",
    ],
    [
      `${header}\n{"p":-1,"s":0,"t":1,"lane":1,"kind":"run"}\n`,
      'line 2: "p" must be a producer\'s number from 0 to 2046, not -1',
    ],
    [
      `${header}\n{"p":0,"s":0.5,"t":1,"lane":1,"kind":"run"}\n`,
      'line 2: "s" must be a whole number from 0 to 4294967295, not 0.5',
    ],
    [`${header}\n{"p":0,"s":0,"t":"1","lane":1,"kind":"run"}\n`, 'line 2: "t" must be a time in µs, not "1"'],
    [`${header}\n{"p":0,"s":0,"t":1,"kind":"run"}\n`, 'line 2: "lane" must be a lane\'s number, not absent'],
    [`${header}\n{"p":0,"s":0,"t":1,"lane":1,"kind":"wait"}\n`, 'line 2: "why" of "wait" must be one of sleep, '],
    [
      `${header}\n{"p":0,"s":0,"t":1,"lane":1,"kind":"run","cause":[0]}\n`,
      'line 2: "cause" of "run" must be an event\'s name, [producer, number], not [0]',
    ],
    [
      `${header}\n{"p":0,"s":4,"t":1,"lane":1,"kind":"gap","from":3,"to":5,"reason":"r"}\n`,
      'line 2: "from" of "gap" must be the event\'s own number',
    ],
    [
      `${header}\n{"p":0,"s":0,"t":1,"lane":1,"kind":"run","__proto__":{"a":1}}\n`,
      'line 2: this line has a key "__proto__"',
    ],
    [
      `${header}\n{"p":0,"s":0,"t":1,"lane":1,"kind":"run","x":{"\\u005f_proto__":1}}\n`,
      'line 2: this line has a key "__proto__"',
    ],
    [`${header}\n${footer}\n{}\n`, "line 3: there is text after the last line"],
    [`${header}\n${footer}\n{}`, "line 3: there is text after the last line"],
    [`${header}\n{"end":true}\n`, 'line 2: the last line must say "events" and "dropped" as whole numbers'],
  ])("refuses %j with line and reason", (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it("refuses a million levels of nesting in little time", () => {
    const depth = 1_000_000;
    const value = "[".repeat(depth) + "]".repeat(depth);
    const before = performance.now();
    expect(() =>
      read(withEvent(`{"p":0,"s":0,"t":1,"lane":1,"kind":"lane.ended","how":"returned","value":${value}}`)),
    ).toThrow(/line 2: this line is (nested deeper than 64 levels|not JSON)/);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("names the line of bytes that are no UTF-8", () => {
    const bytes = bytesOf(`${header}\n{"p":0,"s":0,"t":1,"lane":1,"kind":"output","text":"x"}\n{"a":"?"}\n`);
    bytes[bytes.lastIndexOf(63)] = 0xff;
    expect(() => read(bytes)).toThrow("line 3: is not UTF-8");
  });
});
