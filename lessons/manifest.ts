/**
 * All lessons, once, in the order in which they are taught; those of a group stand together.
 */

import { aTaskCanBeCancelled } from "./a-task-can-be-cancelled/lesson.ts";
import { aThreadForTheBlockingCall } from "./a-thread-for-the-blocking-call/lesson.ts";
import { aTransferInOnePiece } from "./a-transfer-in-one-piece/lesson.ts";
import { futuresTwice } from "./futures-twice/lesson.ts";
import { halfOfATransfer } from "./half-of-a-transfer/lesson.ts";
import { joiningAndAwaiting } from "./joining-and-awaiting/lesson.ts";
import type { Lesson } from "./lesson.ts";
import { neverBlockTheLoop } from "./never-block-the-loop/lesson.ts";
import { neverBlockTheLoopRepaired } from "./never-block-the-loop-repaired/lesson.ts";
import { oneJobTwoWays } from "./one-job-two-ways/lesson.ts";
import { theUpdateThatIsKept } from "./the-update-that-is-kept/lesson.ts";
import { theUpdateThatIsLost } from "./the-update-that-is-lost/lesson.ts";
import { threadsHaveToBeAsked } from "./threads-have-to-be-asked/lesson.ts";
import { twoLocksTwoOrders } from "./two-locks-two-orders/lesson.ts";

export const lessons: readonly Lesson[] = [
  oneJobTwoWays,
  threadsHaveToBeAsked,
  aTaskCanBeCancelled,
  joiningAndAwaiting,
  futuresTwice,
  neverBlockTheLoop,
  neverBlockTheLoopRepaired,
  aThreadForTheBlockingCall,
  theUpdateThatIsLost,
  theUpdateThatIsKept,
  halfOfATransfer,
  aTransferInOnePiece,
  twoLocksTwoOrders,
];

/** The lesson of that id, or undefined. */
export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
