import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importRecording } from "../../../core/formats/import-recording.ts";
import { NativeRecording } from "../../../core/formats/native/native-recording.ts";
import { writeNative } from "../../../core/formats/native/native-writer.ts";
import { eventOf } from "../../../core/trace/decode.ts";
import { rowOf } from "../../../core/trace/read-row.ts";
import { bytesOf, decodeUtf8 } from "../../unit/core/formats/text-bytes.ts";
import { arbitraryRecording, recordingOf } from "../trace/arbitrary-recording.ts";

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("export, import, export (N6)", () => {
  it("is byte for byte the same, read in pieces of any size", () => {
    fc.assert(
      fc.property(arbitraryRecording, fc.integer({ min: 1, max: 5_000 }), (made, size) => {
        const text = [...writeNative(recordingOf(made))].join("");
        const read = new NativeRecording(pieces(bytesOf(text), size), decodeUtf8);
        expect([...writeNative(read)].join("")).toBe(text);
        expect(read.ending?.cut).toBeUndefined();
      }),
    );
  });

  it("is byte for byte the same also through a table in memory", () => {
    fc.assert(
      fc.property(arbitraryRecording, (made) => {
        const text = [...writeNative(recordingOf(made))].join("");
        const { header, table } = importRecording(new NativeRecording([bytesOf(text)], decodeUtf8));
        const events = Array.from({ length: table.length }, (_, row) => eventOf(rowOf(table, row)));
        expect([...writeNative({ header, events })].join("")).toBe(text);
      }),
    );
  });
});
