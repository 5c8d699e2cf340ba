import type { NoticedBug } from "../support/planted/planted-bug.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "lock-words",
    module: "core/threading/thread.ts",
    right: "threads can only be started once",
    wrong: "threads can be started once",
    noticedBy: {
      file: "test/unit/core/thread-host/real-threads.test.ts",
      test: "Thread, on real threads > prints as Python's does, and is started once",
    },
  },
];
