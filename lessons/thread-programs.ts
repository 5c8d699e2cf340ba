/**
 * The threads' programs by lesson. A worker loads this module, and so has every function that a thread may run:
 * a body crosses to another thread by its name, never as a closure.
 */
import type { Parameters } from "../core/contract/run.ts";
import type { Json } from "../core/trace/event.ts";
import * as aThreadForTheBlockingCall from "./a-thread-for-the-blocking-call/programs/coroutines.ts";
import * as aTransferInOnePiece from "./a-transfer-in-one-piece/programs/threads.ts";
import * as futuresTwice from "./futures-twice/programs/threads.ts";
import * as halfOfATransfer from "./half-of-a-transfer/programs/threads.ts";
import * as joiningAndAwaiting from "./joining-and-awaiting/programs/threads.ts";
import * as neverBlockTheLoop from "./never-block-the-loop/programs/threads.ts";
import * as oneJobTwoWays from "./one-job-two-ways/programs/threads.ts";
import { number, text } from "./parameters.ts";
import * as theUpdateThatIsKept from "./the-update-that-is-kept/programs/threads.ts";
import * as theUpdateThatIsLost from "./the-update-that-is-lost/programs/threads.ts";
import * as threadsHaveToBeAsked from "./threads-have-to-be-asked/programs/threads.ts";
import * as twoLocksTwoOrders from "./two-locks-two-orders/programs/threads.ts";

export interface ThreadProgram {
  /** The module's exports: thread bodies are found here by their name. */
  readonly module: Readonly<Record<string, unknown>>;
  /** What MainThread runs. */
  readonly main: (parameters: Parameters) => Json;
}

export const threadPrograms: Readonly<Record<string, ThreadProgram>> = {
  "one-job-two-ways": {
    module: oneJobTwoWays,
    main: (given) =>
      oneJobTwoWays.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "job"),
        number(given, "spinners"),
      ),
  },
  "threads-have-to-be-asked": {
    module: threadsHaveToBeAsked,
    main: (given) =>
      threadsHaveToBeAsked.main(
        text(given, "message"),
        number(given, "quick"),
        number(given, "slow"),
        number(given, "job"),
      ),
  },
  "joining-and-awaiting": {
    module: joiningAndAwaiting,
    main: (given) =>
      joiningAndAwaiting.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "turns"),
        number(given, "timeout"),
      ),
  },
  "futures-twice": {
    module: futuresTwice,
    main: (given) => futuresTwice.main(number(given, "job"), number(given, "timeout")),
  },
  "never-block-the-loop": {
    module: neverBlockTheLoop,
    main: (given) =>
      neverBlockTheLoop.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "calm"),
        number(given, "block"),
      ),
  },
  "never-block-the-loop-repaired": {
    module: neverBlockTheLoop,
    main: (given) =>
      neverBlockTheLoop.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "calm"),
        number(given, "block"),
      ),
  },
  // It has no program of threads: its coroutines have a function called in one.
  "a-thread-for-the-blocking-call": { module: aThreadForTheBlockingCall, main: () => null },
  "the-update-that-is-lost": {
    module: theUpdateThatIsLost,
    main: (given) =>
      theUpdateThatIsLost.main(number(given, "threads"), number(given, "times"), number(given, "effort")),
  },
  "the-update-that-is-kept": {
    module: theUpdateThatIsKept,
    main: (given) =>
      theUpdateThatIsKept.main(number(given, "threads"), number(given, "times"), number(given, "effort")),
  },
  "half-of-a-transfer": {
    module: halfOfATransfer,
    main: (given) => halfOfATransfer.main(number(given, "times"), number(given, "effort")),
  },
  "a-transfer-in-one-piece": {
    module: aTransferInOnePiece,
    main: (given) => aTransferInOnePiece.main(number(given, "times"), number(given, "effort")),
  },
  "two-locks-two-orders": {
    module: twoLocksTwoOrders,
    main: (given) => twoLocksTwoOrders.main(number(given, "patience")),
  },
};
