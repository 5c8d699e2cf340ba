/**
 * Fault 15, the journal: cut at every byte and with every bit flipped, its reader gives exactly the records before the
 * damage and says where that is. A reader that does not look at the checksums is found out by the same check.
 */
import { expect, test } from "vitest";
import * as genuine from "../../../core/journal/journal-reader.ts";
import { madeJournal } from "../../support/nothing-lost/made-recording.ts";
import { plantedModule } from "../../support/planted/planted-module.ts";
import { isMutationRun } from "../../support/soak.ts";

const whole = madeJournal();

/** Where each record ends, by the lengths that they say of themselves. */
function recordEnds(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    at += 8 + view.getUint32(at, true);
    ends.push(at);
  }
  return ends;
}

function read({ JournalReader }: typeof genuine, bytes: Uint8Array) {
  const reader = new JournalReader();
  const entries = reader.push(bytes).map((entry) => JSON.stringify(entry));
  return { entries, damage: reader.end() };
}

/** What the reader makes of each damage, against what was whole before `at`. */
function wrongly(
  module: typeof genuine,
  damages: Iterable<{ readonly bytes: Uint8Array; readonly at: number }>,
): readonly string[] {
  const wrong: string[] = [];
  const all = read(genuine, whole).entries;
  const ends = recordEnds(whole);
  for (const { bytes, at } of damages) {
    const before = ends.filter((end) => end <= at);
    const { entries, damage } = read(module, bytes);
    const expected = all.slice(0, before.length);
    if (JSON.stringify(entries) !== JSON.stringify(expected)) {
      wrong.push(`damage at ${at}: ${entries.length} records are read, and ${expected.length} are whole`);
    }
    const isWhole = (before.at(-1) ?? 8) === bytes.length;
    const place = at < 8 ? 0 : (before.at(-1) ?? 8);
    if (!isWhole && (damage?.at !== place || damage.reason === "")) {
      wrong.push(`damage at ${at}: it is said to be at ${damage?.at} (${damage?.reason}), and is at ${place}`);
    }
  }
  return wrong;
}

function* cuts() {
  for (let at = 0; at < whole.length; at++) yield { bytes: whole.subarray(0, at), at };
}

function* flips() {
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const at = Math.floor(bit / 8);
    const bytes = Uint8Array.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
    yield { bytes, at };
  }
}

test("a journal that is cut at any byte gives every whole record, and says where it ends", () => {
  expect(wrongly(genuine, cuts())).toEqual([]);
});

test("a journal in which any bit is flipped gives exactly the records before it, and says where", () => {
  expect(wrongly(genuine, flips())).toEqual([]);
}, 30_000);

test.skipIf(isMutationRun)(
  "a reader that does not look at the checksums is found out",
  async () => {
    const bug = {
      name: "journal-without-checksums",
      module: "core/journal/journal-reader.ts",
      right: "if (head.word() !== crc32(payload))",
      wrong: "if (head.word() < 0 && crc32(payload) < 0)",
    };
    expect(wrongly(await plantedModule(bug, bug.module, genuine), flips())).not.toEqual([]);
  },
  30_000,
);
