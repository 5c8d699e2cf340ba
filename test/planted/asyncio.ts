import type { NoticedBug } from "../support/planted/planted-bug.ts";

const file = "test/conformance/conformance.test.ts";
const scenario = (name: string): NoticedBug["noticedBy"] => ({
  file,
  test: `core/asyncio does what CPython does > ${name}`,
});

export const bugs: readonly NoticedBug[] = [
  {
    name: "queue-cancelled-getter-wakes-next",
    module: "core/asyncio/queues.ts",
    right: "if (useful() && !waiter.cancelled()) wakeNext(waiters);",
    wrong: "if (useful()) wakeNext(waiters);",
    noticedBy: scenario("queue_getter_cancelled_unwoken"),
  },
  {
    name: "queue-woken-getter-keeps-wake-up",
    module: "core/asyncio/queues.ts",
    right: "if (useful() && !waiter.cancelled()) wakeNext(waiters);",
    wrong: "void useful;",
    noticedBy: scenario("queue_getter_woken_and_cancelled"),
  },
  {
    name: "queue-join-counts-from-the-first-put",
    module: "core/asyncio/queues.ts",
    right: "    this.#finished.clear();\n",
    wrong: "",
    noticedBy: scenario("queue_join_many"),
  },
  {
    name: "group-swallows-outer-cancel",
    module: "core/asyncio/taskgroups.ts",
    right: "if (this.#parentCancelRequested && parent.uncancel() === 0) propagated = null;",
    wrong: "if (this.#parentCancelRequested) {\n      while (parent.uncancel() > 0);\n      propagated = null;\n    }",
    noticedBy: scenario("taskgroup_outer_cancel_and_child_error"),
  },
  {
    name: "group-takes-no-request-back",
    module: "core/asyncio/taskgroups.ts",
    right: "if (this.#parentCancelRequested && parent.uncancel() === 0) propagated = null;",
    wrong: "if (this.#parentCancelRequested) propagated = null;",
    noticedBy: scenario("taskgroup_outer_cancel_and_child_error"),
  },
  {
    name: "condition-notify-spent-on-done",
    module: "core/asyncio/condition.ts",
    right: "      if (waiter.done()) continue;\n      woken += 1;\n      waiter.setResult(false);",
    wrong: "      woken += 1;\n      if (!waiter.done()) waiter.setResult(false);",
    noticedBy: scenario("condition_notify_passes_over_done"),
  },
  {
    name: "condition-cancel-leaves-without-lock",
    module: "core/asyncio/condition.ts",
    right: "        cancelled = true;\n",
    wrong: "        throw error;\n",
    noticedBy: scenario("condition_cancel_while_lock_is_taken_again"),
  },
  {
    name: "lock-wake-up-lost-with-cancelled",
    module: "core/asyncio/lock.ts",
    right: "if (error instanceof CancelledError && !lock.#locked) lock.#wakeFirst();",
    wrong: "void lock.#wakeFirst;",
    noticedBy: scenario("lock_cancel_woken_waiter"),
  },
  {
    name: "lock-overtaken",
    module: "core/asyncio/lock.ts",
    right: "if (!lock.#locked && [...lock.#waiters].every((waiter) => waiter.cancelled())) {",
    wrong: "if (!lock.#locked) {",
    noticedBy: scenario("lock_nobody_overtakes"),
  },
  {
    name: "semaphore-unit-lost-with-cancelled",
    module: "core/asyncio/semaphore.ts",
    right: "        semaphore.#value += 1;\n        semaphore.#wakeNext();\n",
    wrong: "        semaphore.#value += 1;\n",
    noticedBy: scenario("semaphore_release_two_cancel_one"),
  },
  {
    name: "barrier-fills-while-it-drains",
    module: "core/asyncio/barrier.ts",
    right: 'yield* this.#changed.waitFor(() => this.#state !== "draining" && this.#state !== "resetting");',
    wrong: 'yield* this.#changed.waitFor(() => this.#state !== "resetting");',
    noticedBy: scenario("barrier_comes_while_draining"),
  },
  {
    name: "timeout-swallows-outer-cancel",
    module: "core/asyncio/timeouts.ts",
    right: "const handled = this.#task.uncancel() <= this.#cancelling;",
    wrong: "const handled = this.#task.uncancel() >= 0;",
    noticedBy: scenario("timeout_and_cancel_at_once"),
  },
  {
    name: "timeout-old-deadline-stays",
    module: "core/asyncio/timeouts.ts",
    right: "    this.#when = when;\n    this.#handle?.cancel();\n",
    wrong: "    this.#when = when;\n",
    noticedBy: scenario("timeout_reschedule_edges"),
  },
  {
    name: "gather-forgets-its-cancel",
    module: "core/asyncio/gather.ts",
    right: "if (asked) this.#cancelRequested = true;",
    wrong: "void this.#cancelRequested;",
    noticedBy: scenario("gather_rex_cancelled_child_swallows"),
  },
  {
    name: "wait-takes-cancelled-for-failed",
    module: "core/asyncio/wait.ts",
    right: "returnWhen === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== null;",
    wrong: "returnWhen === FIRST_EXCEPTION && (future.cancelled() || future.exception() !== null);",
    noticedBy: scenario("wait_conditions"),
  },
  {
    name: "uncancel-forgets-all",
    module: "core/asyncio/tasks.ts",
    right: "if (this.cancelRequests > 0) this.cancelRequests -= 1;",
    wrong: "this.cancelRequests = 0;",
    noticedBy: scenario("uncancel_counts"),
  },
  {
    name: "unread-stack-keeps-failed-task",
    module: "core/asyncio/never-retrieved.ts",
    right: "  dropFrames(gone.view.value);\n",
    wrong: "",
    noticedBy: {
      file: "test/unit/core/asyncio/never-retrieved.alone.test.ts",
      test: "tasks that end with a fresh error are collected, and each is told of",
    },
  },
  {
    name: "warnings-reach-nobody",
    module: "core/asyncio/warnings.ts",
    right: "  writeError(category",
    wrong: "  void (category",
    noticedBy: {
      file: "test/unit/core/producers/careless-programs.test.ts",
      test: "coroutines write what asyncio warns of to the console, each on the lane that it is about",
    },
  },
  {
    name: "value-that-cannot-cross-hangs-run",
    module: "core/producers/coroutine-run.ts",
    right: "value: jsonValue(await main(parameters)) ?? null",
    wrong: "value: (await main(parameters)) as never",
    noticedBy: {
      file: "test/unit/core/producers/careless-programs.test.ts",
      test: "coroutines end when the program returns a function",
    },
  },
  {
    name: "wait-runs-the-body-of-a-coroutine",
    module: "core/asyncio/iterable-of-futures.ts",
    right: "if (given instanceof Future || isCoroutine(given)) {",
    wrong: "if (given instanceof Future) {",
    noticedBy: {
      file: "test/unit/core/asyncio/arguments.test.ts",
      test: "one awaitable where several are expected > wait of a coroutine",
    },
  },
  {
    name: "bridged-cancel-not-counted",
    module: "core/bridges/end-alike.ts",
    right: "if (!future.setRunningOrNotifyCancel()) return;",
    wrong: "if (future.cancelled() || !future.setRunningOrNotifyCancel()) return;",
    noticedBy: {
      file: "test/unit/core/bridges/bridges.test.ts",
      test: "with the GIL on > who waits for several futures is told of one whose coroutine was cancelled",
    },
  },
];
