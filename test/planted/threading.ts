import type { NoticedBug } from "../support/planted/planted-bug.ts";

const signals = "test/unit/core/threading/race-signals.test.ts";
const exchanges = "test/unit/core/threading/race-exchanges.test.ts";
const gil = "test/unit/core/threading/race-gil.test.ts";
const timeouts = "test/unit/core/threading/timeouts.test.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "condition-rlock-depth",
    module: "core/threading/rlock.ts",
    right: "    currentContext().memory.store(SharedObject.addressOf(this) + LockCell.depth, depth);\n",
    wrong: "",
    noticedBy: { file: signals, test: "a condition > takes a lock that was taken twice again as deep as it was" },
  },
  {
    name: "notify-lost-on-dead-thread",
    module: "core/threading/wait-queue.ts",
    right: "    if (memory.load(first + Block.state) === ThreadState.stopped) continue;\n",
    wrong: "",
    noticedBy: {
      file: signals,
      test: "a queue of waiting threads > passes over one that is dead: its wake-up is another's",
    },
  },
  {
    name: "queue-join-wakes-one",
    module: "core/threading/queue.ts",
    right: "if (unfinished === 0) wakeAll(memory, cell + Cell.allDone);",
    wrong: "if (unfinished === 0) wake(memory, cell + Cell.allDone, 1);",
    noticedBy: {
      file: exchanges,
      test: "queue.Queue > lets every thread go that joins it, when the last item is done",
    },
  },
  {
    name: "event-set-lost-before-monitor",
    module: "core/threading/event.ts",
    right: "if (!this.isSet()) return leaveAndWait",
    wrong: "if (!Number.isNaN(deadline)) return leaveAndWait",
    noticedBy: {
      file: signals,
      test: "an event > that is set between the first look and the monitor is seen, with no limit and with one",
    },
  },
  {
    name: "gil-taken-back-at-once",
    module: "core/threading/gil.ts",
    right: "const handOverPatience = 20;",
    wrong: "const handOverPatience = 0;",
    noticedBy: {
      file: gil,
      test: "the GIL > goes to the thread that asked for it, before who hands it over has it again",
    },
  },
  {
    name: "wait-for-zero-asks-once",
    module: "core/threading/condition.ts",
    right: "if (left !== null && end === undefined) end = now() + left * 1e6;",
    wrong:
      "if (left !== null && left > 0 && end === undefined) end = now() + left * 1e6;\n      else if (left !== null && end === undefined) break;",
    noticedBy: {
      file: timeouts,
      test: "a limit of zero > gives the lock of a condition up once, and asks again",
    },
  },
  {
    name: "barrier-limit-of-a-month",
    module: "core/threading/barrier.ts",
    right: "memory.storeFloat(cell + Cell.timeout, timeout ?? Number.NaN);",
    wrong: "memory.storeFloat(cell + Cell.timeout, ((timeout ?? Number.NaN) * 1_000 | 0) / 1_000);",
    noticedBy: {
      file: timeouts,
      test: "a timeout > of a month is waited for by Barrier.wait with the barrier's own, and no longer",
    },
  },
  {
    name: "map-drains-endless-iterable",
    module: "core/threading/futures/thread-pool-executor.ts",
    right: "iterable[Symbol.iterator]()",
    wrong: "[...iterable][Symbol.iterator]()",
    noticedBy: {
      file: "test/unit/core/threading/pool-map.test.ts",
      test: "map takes as many items of an endless iterable as the shortest has, and no more than CPython's zip",
    },
  },
  {
    name: "main-thread-ends-after-the-others",
    module: "core/threading/thread-life.ts",
    right: "  if (isMainBlock(memory, thread)) shutdownPools(context);\n",
    wrong:
      "  if (isMainBlock(memory, thread)) {\n    shutdownPools(context);\n    memory.store(thread + Block.daemon, 1);\n    awaitOthers(memory);\n  }\n",
    noticedBy: {
      file: "test/unit/core/threading/thread-life.test.ts",
      test: "MainThread > has ended for all others before those are awaited that the program waits for",
    },
  },
];
