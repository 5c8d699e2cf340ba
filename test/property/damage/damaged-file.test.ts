/**
 * Faults 13 and 15, our own format: cut at every byte, every bit flipped, and changed at random in any way. A reader
 * gives the whole leading part and its count, or a refusal; it throws nothing else. With a bug planted in it, the same
 * check finds it out.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as native from "../../../core/formats/native/native-recording.ts";
import { journalFromRecording } from "../../../core/journal/journal-from-recording.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { recordingLines } from "../../e2e/opened.ts";
import { type Outcome, wronglyCut, wronglyFlipped } from "../../support/damage/salvage.ts";
import { madeExport, madeJournal } from "../../support/nothing-lost/made-recording.ts";
import { plantedModule } from "../../support/planted/planted-module.ts";
import { bytesOf, decodeUtf8 } from "../../unit/core/formats/text-bytes.ts";

const whole = bytesOf(madeExport(madeJournal()));
const isLong = process.env["SPINSCOPE_SOAK"] !== undefined;

/** By name, since the planted module has classes of its own. @throws what is no refusal. */
function reader({ NativeRecording }: typeof native, bytes: Uint8Array): Outcome {
  try {
    const recording = new NativeRecording([bytes], decodeUtf8);
    const events = [...recording.events];
    return { events, cut: recording.ending?.cut };
  } catch (error) {
    if (error instanceof Error && error.name === "UnreadableRecording") return { refused: error.message };
    throw error;
  }
}
const read = (bytes: Uint8Array): Outcome => reader(native, bytes);
const everyBit = (bytes: Uint8Array): Iterable<number> => Array.from({ length: bytes.length * 8 }, (_, bit) => bit);

test("a file that is cut at any byte is salvaged up to its last whole line, with a count, or refused", () => {
  expect(wronglyCut(read, whole)).toEqual([]);
});

test("a file in which any bit is flipped is read as it was before the damage, or refused with a reason", () => {
  expect(wronglyFlipped(read, whole, everyBit(whole))).toEqual([]);
});

test("flips anywhere in a file of thousands of events, too", () => {
  const [header = "", ...rest] = recordingLines("x");
  const lines = Array.from(
    { length: 2_000 },
    (_, n) => `{"p":17,"s":${n + 2},"t":${50 + n},"lane":16777217,"kind":"run"}`,
  );
  const bytes = bytesOf([header, ...rest.slice(0, 5), ...lines, ""].join("\n"));
  const bits = fc.sample(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), isLong ? 2_000 : 40);
  expect(wronglyFlipped(read, bytes, bits)).toEqual([]);
});

const change = fc.record({
  at: fc.nat(whole.length),
  remove: fc.nat(40),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.constantFrom(
      ...[
        "\n",
        "{",
        "}",
        "[",
        '"',
        "\\",
        "1e999",
        "NaN",
        "null",
        "\u0000",
        '"__proto__":',
        "-",
        "99999999999999999999",
      ].map(bytesOf),
    ),
    fc.tuple(fc.nat(whole.length), fc.nat(80)).map(([from, length]) => whole.slice(from, from + length)),
  ),
});

test("whatever is changed in a file, it is read or refused with its line, all the way into a journal", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      let bytes: Uint8Array = whole;
      for (const { at, remove, put } of changes) {
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + remove)]);
      }
      const outcome = read(bytes);
      if ("refused" in outcome) return void expect(outcome.refused).toMatch(/^line \d+: .|the file is (empty|UTF-)/);
      try {
        const journal = new JournalWriter(() => {}, { app: "", host: {} });
        journalFromRecording(new native.NativeRecording([bytes], decodeUtf8), journal);
      } catch (error) {
        expect(error).toMatchObject({ name: "UnreadableRecording", line: expect.any(Number) });
      }
    }),
    { numRuns: isLong ? 50_000 : 1_500 },
  );
}, 60_000);

const bugs = [
  {
    name: "reader-hides-the-cut",
    module: "core/formats/native/native-reader.ts",
    right: "if (this.#footer !== undefined) {\n      if (rest",
    wrong:
      "if (this.#events > 0) return { events: this.#events };\n    if (this.#footer !== undefined) {\n      if (rest",
  },
  {
    name: "reader-drops-a-line",
    module: "core/formats/native/line-splitter.ts",
    right: "this.#lines += lines.length;\n    return lines;",
    wrong: "this.#lines += lines.length;\n    return lines.length > 3 ? lines.slice(0, -1) : lines;",
  },
] as const;

test.each(bugs)("a reader with a bug planted is found out: $name", async (bug) => {
  const planted = await plantedModule(bug, "core/formats/native/native-recording.ts", native);
  expect(wronglyCut((bytes) => reader(planted, bytes), whole)).not.toEqual([]);
});
