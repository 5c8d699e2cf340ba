import type { NoticedBug } from "../support/planted/planted-bug.ts";

const closing = "test/unit/core/journal/journal-closing.test.ts";
const closingTests = "what a journal lacks whose writer died";
const reading = "test/unit/core/journal/recording-from-journal.test.ts";
const readingTests = "a journal read against what is known to be in it";

export const bugs: readonly NoticedBug[] = [
  {
    name: "closing-counts-gaps",
    module: "core/journal/journal-closing.ts",
    right: "this.#dropped += nextAfter(batch) - batch.from;",
    wrong: "this.#dropped += batch.count;",
    noticedBy: {
      file: closing,
      test: `${closingTests} > counts losses by numbers, not by gaps, and not what was kept`,
    },
  },
  {
    name: "closing-numbers-from-rows",
    module: "core/journal/journal-closing.ts",
    right: "this.#next = nextAfter(batch);",
    wrong: "this.#next = batch.from + batch.count;",
    noticedBy: {
      file: closing,
      test: `${closingTests} > numbers the ends after main's last number, a gap's included, at main's last stamp or later`,
    },
  },
  {
    name: "closing-knows-every-tail",
    module: "core/journal/journal-closing.ts",
    right: 'this.#byes.has(producer.id) ? producer : { ...producer, tail: "unknown" }',
    wrong: "this.#byes.has(producer.id) ? producer : producer",
    noticedBy: {
      file: closing,
      test: `${closingTests} > knows the tails of those that had said their last number, and of no other`,
    },
  },
  {
    name: "survey-first-by-arrival",
    module: "core/journal/journal-survey.ts",
    right: "this.#lanes.toSorted((a, b) => a.t - b.t).map(",
    wrong: "this.#lanes.map(",
    noticedBy: {
      file: "test/unit/core/journal/journal-survey.test.ts",
      test: "what a journal holds > has the outcome of each mode's first thread or task, by time and not by arrival",
    },
  },
  {
    name: "export-drops-damage",
    module: "core/journal/recording-from-journal.ts",
    right: "if (events <= 0) return",
    wrong: "if (events <= committed.events) return",
    noticedBy: {
      file: reading,
      test: `${readingTests} > whose bytes were overwritten says how much is lost, and why, and each producer's missing numbers are a gap`,
    },
  },
  {
    name: "loss-without-gap",
    module: "core/journal/recording-builder.ts",
    right: "if (last.next < next) {",
    wrong: "if (last.next < next && last.next > 0) {",
    noticedBy: {
      file: reading,
      test: `${readingTests} > that ends before a producer is even declared names it, and its gap`,
    },
  },
  {
    name: "committed-next-by-rows",
    module: "core/journal/committed.ts",
    right: "{ ...known, next: nextAfter(batch) }",
    wrong: "{ ...known, next: batch.from + batch.count }",
    noticedBy: {
      file: "test/unit/core/journal/committed.test.ts",
      test: "what is committed is counted by rows, and each producer's next number past its gaps",
    },
  },
  {
    name: "cursor-silent-end",
    module: "electron/main/journal/journal-cursor.ts",
    right: "if (this.#rows >= of || this.#hasToldLoss) return [];",
    wrong: "if (this.#rows > 0 || this.#hasToldLoss) return [];",
    noticedBy: {
      file: "test/unit/electron/main/journal/journal-shelf.test.ts",
      test: "a cursor over the present journal > says how much is lost, once, and why, when the journal was overwritten or cut",
    },
  },
  {
    name: "journal-file-not-put-back",
    module: "electron/main/journal/journal-file.ts",
    right: "there !== undefined && there.ino === mine.ino",
    wrong: "there === undefined || there.ino === mine.ino",
    noticedBy: {
      file: "test/unit/electron/main/journal/journal-file.test.ts",
      test: "a journal's file that goes away while it is written > is put back when it is asked for, however soon",
    },
  },
  {
    name: "recorder-ends-without-gap",
    module: "core/producers/outbox.ts",
    right: "this.#send(this.recorder.close());",
    wrong: "this.#send(this.recorder.flush());",
    noticedBy: {
      file: "test/unit/core/producers/outbox.test.ts",
      test: "a page that ends while main is suspended says itself what it dropped, and why",
    },
  },
];
