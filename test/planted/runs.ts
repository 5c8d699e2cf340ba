import type { NoticedBug } from "../support/planted/planted-bug.ts";

const heartbeat = "test/unit/core/runs/heartbeat.test.ts";
const numbers = "test/unit/core/runs/expected-numbers.test.ts";
const orders = "test/unit/core/runs/run-orders.test.ts";
const messages = "test/unit/core/runs/run-messages.test.ts";
const recording = "test/unit/core/runs/live-recording.test.ts";

export const bugs: readonly NoticedBug[] = [
  {
    name: "heartbeat-slept-machine",
    module: "core/runs/heartbeat.ts",
    right: "this.#silence += Math.min(Math.max(0, at - this.#askedAt), longestStretch);",
    wrong: "this.#silence += Math.max(0, at - this.#askedAt);",
    noticedBy: {
      file: heartbeat,
      test: "a heartbeat raises no false alarm > when the machine slept for a night, and the answer was on its way",
    },
  },
  {
    name: "heartbeat-silence-goes-on",
    module: "core/runs/heartbeat.ts",
    right: "    this.#silence = 0;\n    this.#isAsked = false;",
    wrong: "    this.#isAsked = false;",
    noticedBy: {
      file: heartbeat,
      test: "a heartbeat's beats > are told a silence again after each answer, from nothing",
    },
  },
  {
    name: "heartbeat-heap-of-questions",
    module: "core/runs/heartbeat.ts",
    right: "if (!wasAsked) ask();",
    wrong: "ask();",
    noticedBy: { file: heartbeat, test: "a heartbeat > leaves a process that is silent for long no heap of questions" },
  },
  {
    name: "numbers-late-batch-kept",
    module: "core/runs/expected-numbers.ts",
    right: "if (batch.from < expected) return [];",
    wrong: "if (nextAfter(batch) < expected) return [];",
    noticedBy: {
      file: numbers,
      test: "a producer's numbers > that come late, after their gap, are dropped: a number is kept or lost, never both",
    },
  },
  {
    name: "numbers-close-misses-last",
    module: "core/runs/expected-numbers.ts",
    right: "if (this.next(producer) > last) return undefined;",
    wrong: "if (this.next(producer) >= last) return undefined;",
    noticedBy: { file: numbers, test: "a producer's numbers > are each producer's own" },
  },
  {
    name: "full-disk-counts-gaps-twice",
    module: "core/runs/live-recording.ts",
    right: "if (batch.columns.kind[0] !== Code.gap) this.#lostToDisk += batch.count;",
    wrong: "this.#lostToDisk += batch.count;",
    noticedBy: {
      file: recording,
      test: "a recording while it is made > counts what a disk that is full does not take, a row once, and shows it all the same",
    },
  },
  {
    name: "acknowledges-undeclared",
    module: "core/runs/live-recording.ts",
    right: "if (!this.#producers.has(batch.producer)) return 0;",
    wrong: "",
    noticedBy: {
      file: recording,
      test: "a recording while it is made > acknowledges what the journal has: rows, gaps and what comes again, and nothing of a producer not declared",
    },
  },
  {
    name: "stop-without-patience",
    module: "core/runs/run.ts",
    right: "this.#options.after(mode.endpoint.patience, () => mode.killUnlessDone());",
    wrong: "this.#options.after(0, () => mode.killUnlessDone());",
    noticedBy: { file: orders, test: "Stop > gives each mode 500 ms, and kills none that ended in them" },
  },
  {
    name: "last-outcome-wins",
    module: "core/runs/mode-run.ts",
    right: "this.#outcome ??= outcome;",
    wrong: "this.#outcome = outcome;",
    noticedBy: {
      file: messages,
      test: "what a producer's messages mean > is settled by the first outcome and the first bye",
    },
  },
  {
    name: "server-released-too-early",
    module: "core/runs/run.ts",
    right: "if (!this.#modes.every((mode) => mode.hasEnded)) return;",
    wrong: "if (!this.#modes.some((mode) => mode.hasEnded)) return;",
    noticedBy: {
      file: messages,
      test: "calls of coroutines in threads > go through main, and the thread host stays until every program has ended",
    },
  },
  {
    name: "calls-lost-with-the-page",
    module: "core/runs/thread-calls.ts",
    right: "if (endpoint !== this.#server) return;",
    wrong: "",
    noticedBy: {
      file: "test/unit/core/runs/thread-calls.test.ts",
      test: "calls of a run's coroutines > that are open come to nothing when the host is lost, and so do those that follow",
    },
  },
  {
    name: "cancel-after-stop",
    module: "core/runs/run-phase.ts",
    right: 'return phase === "running";',
    wrong: 'return phase !== "ended";',
    noticedBy: { file: orders, test: "Stop > is asked once, and Cancel means nothing after it" },
  },
];
