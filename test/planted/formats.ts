import type { NoticedBug } from "../support/planted/planted-bug.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "csv-full-width-at",
    module: "core/formats/csv/csv-cell.ts",
    right: "const beginsFormula = /^(?:'|\\s*[=+\\-@＝＋－＠])/;",
    wrong: "const beginsFormula = /^(?:'|\\s*[=+\\-@＝＋－])/;",
    noticedBy: {
      file: "test/unit/core/formats/csv/csv-writer.test.ts",
      test: 'a text that begins with "＠" begins no formula',
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
