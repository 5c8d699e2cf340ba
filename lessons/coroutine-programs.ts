/**
 * The coroutines' programs by lesson.
 */
import type { Parameters } from "../core/contract/run.ts";
import type { Json } from "../core/trace/event.ts";
import * as aTaskCanBeCancelled from "./a-task-can-be-cancelled/programs/coroutines.ts";
import * as aThreadForTheBlockingCall from "./a-thread-for-the-blocking-call/programs/coroutines.ts";
import * as aTransferInOnePiece from "./a-transfer-in-one-piece/programs/coroutines.ts";
import * as futuresTwice from "./futures-twice/programs/coroutines.ts";
import * as halfOfATransfer from "./half-of-a-transfer/programs/coroutines.ts";
import * as joiningAndAwaiting from "./joining-and-awaiting/programs/coroutines.ts";
import * as neverBlockTheLoop from "./never-block-the-loop/programs/coroutines.ts";
import * as neverBlockTheLoopRepaired from "./never-block-the-loop-repaired/programs/coroutines.ts";
import * as oneJobTwoWays from "./one-job-two-ways/programs/coroutines.ts";
import { number, text } from "./parameters.ts";
import * as theUpdateThatIsKept from "./the-update-that-is-kept/programs/coroutines.ts";
import * as theUpdateThatIsLost from "./the-update-that-is-lost/programs/coroutines.ts";
import * as threadsHaveToBeAsked from "./threads-have-to-be-asked/programs/coroutines.ts";
import * as twoLocksTwoOrders from "./two-locks-two-orders/programs/coroutines.ts";

export interface CoroutineProgram {
  /** Drives the current event loop until its main coroutine has ended. */
  readonly main: (parameters: Parameters) => Promise<Json>;
}

export const coroutinePrograms: Readonly<Record<string, CoroutineProgram>> = {
  "one-job-two-ways": {
    main: (given) =>
      oneJobTwoWays.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "job"),
        number(given, "spinners"),
      ),
  },
  "threads-have-to-be-asked": {
    main: (given) =>
      threadsHaveToBeAsked.main(
        text(given, "message"),
        number(given, "quick"),
        number(given, "slow"),
        number(given, "job"),
      ),
  },
  "a-task-can-be-cancelled": {
    main: (given) =>
      aTaskCanBeCancelled.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "job"),
        number(given, "pause"),
      ),
  },
  "joining-and-awaiting": {
    main: (given) =>
      joiningAndAwaiting.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "turns"),
        number(given, "timeout"),
      ),
  },
  "futures-twice": {
    main: (given) => futuresTwice.main(number(given, "job"), number(given, "timeout")),
  },
  "never-block-the-loop": {
    main: (given) =>
      neverBlockTheLoop.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "calm"),
        number(given, "block"),
      ),
  },
  "never-block-the-loop-repaired": {
    main: (given) =>
      neverBlockTheLoopRepaired.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "calm"),
        number(given, "block"),
      ),
  },
  "a-thread-for-the-blocking-call": {
    main: (given) =>
      aThreadForTheBlockingCall.main(text(given, "message"), number(given, "frame"), number(given, "job")),
  },
  "the-update-that-is-lost": {
    main: (given) =>
      theUpdateThatIsLost.main(number(given, "threads"), number(given, "times"), number(given, "effort")),
  },
  "the-update-that-is-kept": {
    main: (given) =>
      theUpdateThatIsKept.main(number(given, "threads"), number(given, "times"), number(given, "effort")),
  },
  "half-of-a-transfer": {
    main: (given) => halfOfATransfer.main(number(given, "times"), number(given, "effort")),
  },
  "a-transfer-in-one-piece": {
    main: (given) => aTransferInOnePiece.main(number(given, "times"), number(given, "effort")),
  },
  "two-locks-two-orders": {
    main: (given) => twoLocksTwoOrders.main(number(given, "patience")),
  },
};
