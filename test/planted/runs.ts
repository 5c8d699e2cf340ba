import type { NoticedBug } from "../support/planted/planted-bug.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "heartbeat-slept-machine",
    module: "core/runs/heartbeat.ts",
    right: "this.#silence += Math.min(Math.max(0, at - this.#askedAt), longestStretch);",
    wrong: "this.#silence += Math.max(0, at - this.#askedAt);",
    noticedBy: {
      file: "test/unit/core/runs/heartbeat.test.ts",
      test: "a heartbeat raises no false alarm > when the machine slept for a night, and the answer was on its way",
    },
  },
];
