import type { NoticedBug } from "../support/planted/planted-bug.ts";

const selector = "test/unit/renderer/timeline/selector.test.ts";
const queue = "test/unit/renderer/timeline/report-queue.test.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "fit-moment-without-length",
    module: "renderer/timeline/worker/selector.ts",
    right: "const room = reach.to > reach.from ? 0 : width / 16;",
    wrong: "const room = 0 * width;",
    noticedBy: {
      file: selector,
      test: "a moment, which has no length, is fitted with what is around it: an eighth of what was in sight, in its middle",
    },
  },
  {
    name: "overview-drag-jumps",
    module: "renderer/timeline/worker/selector.ts",
    right: "if (grab) this.#grabbed = t >= from && t <= to ? t - from : (to - from) / 2;",
    wrong: "if (grab) this.#grabbed = (to - from) / 2;",
    noticedBy: {
      file: selector,
      test: "the overview is dragged by where it was grabbed; pressed elsewhere, the middle of what is in sight goes there",
    },
  },
  {
    name: "report-inside-command",
    module: "renderer/timeline/worker/report-queue.ts",
    right: "this.#turn = { at, takeBack: this.#turns.later(() => this.#make(), at - now) };",
    wrong:
      "if (at <= now) this.#make();\n    else this.#turn = { at, takeBack: this.#turns.later(() => this.#make(), at - now) };",
    noticedBy: {
      file: queue,
      test: "reports share a turn as long as it is short; the others come in the next one, who waited longest first",
    },
  },
  {
    name: "report-before-frame",
    module: "renderer/timeline/worker/report-queue.ts",
    right: "const at = waits ? Math.max(due, now + patience) : due;",
    wrong: "const at = due;",
    noticedBy: {
      file: queue,
      test: "n commands in a row make one frame, and after it one stage; none inside of a command",
    },
  },
  {
    name: "stub-points-away",
    module: "core/timeline/arrow-stubs.ts",
    right: "const isBelow = place > this.#last;",
    wrong: "const isBelow = place < this.#first;",
    noticedBy: {
      file: "test/unit/core/timeline/lane-arrows.test.ts",
      test: "an arrow to a lane that is scrolled out of sight is a short piece that points there; as long as its ends are in sight it is whole",
    },
  },
  {
    name: "line-of-the-next-instant",
    module: "core/trace/folds/lines.ts",
    right: "if (own < t || (own === t && row <= until)) low = middle + 1;",
    wrong: "if (own <= t + 1) low = middle + 1;",
    noticedBy: {
      file: "test/unit/core/trace/folds/lines.test.ts",
      test: "at any instant it is the last one up to then, that instant included",
    },
  },
];
