import type { NoticedBug } from "../support/planted/planted-bug.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "check-late-gap-past-its-hole",
    module: "core/trace/check/holes.ts",
    right: "if (hole === undefined || hole.to < to) return false;",
    wrong: "if (hole === undefined || hole.to < from) return false;",
    noticedBy: {
      file: "test/unit/core/trace/check/numbers-and-order.test.ts",
      test: "numbers > must not be told lost by a late gap that reaches beyond their hole",
    },
  },
  {
    name: "clock-half-of-the-drift-between-anchors",
    module: "core/trace/clock/alignment.ts",
    right: "return Math.max(left.error, right.error) + 2 * this.#drift * nearest;",
    wrong: "return Math.max(left.error, right.error) + this.#drift * nearest;",
    noticedBy: {
      file: "test/unit/core/trace/clock/alignment.test.ts",
      test: "an alignment > bounds a clock that drifts one way and then the other between two exchanges",
    },
  },
  {
    name: "wait-for-owner-by-arrival",
    module: "core/trace/folds/wait-for.ts",
    right: "else if (t >= known.t) {",
    wrong: "else {",
    noticedBy: {
      file: "test/unit/core/trace/folds/wait-for.test.ts",
      test: "who waits for whom > takes for a lock's owner who took it last, and not whose row came last",
    },
  },
];
