import type { NoticedBug } from "../support/planted/planted-bug.ts";

const cell = "core/formats/csv/csv-cell.ts";
const cells = "test/unit/core/formats/csv/csv-cell.test.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "csv-full-width-at-begins-formula",
    module: cell,
    right: "＝＋－＠]",
    wrong: "＝＋－]",
    noticedBy: { file: cells, test: "a cell > whose text begins with ＠ is marked as text" },
  },
  {
    name: "csv-formula-behind-a-blank",
    module: cell,
    right: "\\s*[=",
    wrong: "[=",
    noticedBy: {
      file: cells,
      test: "a cell > is marked also where white space stands before what begins a formula",
    },
  },
  {
    name: "csv-own-mark-is-lost",
    module: cell,
    right: "(?:'|",
    wrong: "(?:",
    noticedBy: { file: cells, test: "a cell > whose text begins with ' is marked as text" },
  },
  {
    name: "csv-last-blank-unquoted",
    module: cell,
    right: "^ | $",
    wrong: "^ ",
    noticedBy: { file: cells, test: "a cell > is quoted for a comma, a quote, and a blank at either end" },
  },
  {
    name: "csv-c1-controls-pass",
    module: cell,
    right: "\\p{Cc}",
    wrong: "\\u0000-\\u001f",
    noticedBy: {
      file: cells,
      test: "a cell > writes what steers a terminal, turns a line round or parts cells as JSON does, and gives it back",
    },
  },
  {
    name: "save-forgets-mode",
    module: "core/formats/save/atomic-save.ts",
    right: "files.keepAccess(file, target);",
    wrong: "",
    noticedBy: {
      file: "test/unit/core/formats/save/atomic-save.test.ts",
      test: "an atomic save > writes everything before it renames, and leaves nothing else",
    },
  },
];
