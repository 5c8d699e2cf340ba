/**
 * Every warning there is.
 */
import { AbandonedLockWarning } from "./abandoned-lock.ts";
import { BlockedLoopWarning } from "./blocked-loop.ts";
import { ClockErrorWarning } from "./clock-error.ts";
import { DeadlockWarning } from "./deadlock.ts";
import { LossesWarning } from "./losses.ts";
import { UnknownKindsWarning } from "./unknown-kinds.ts";
import { UnknownTailWarning } from "./unknown-tail.ts";
import type { WarningFold } from "./warning.ts";

/** A fresh fold of each. */
export function warningFolds(): readonly WarningFold[] {
  return [
    new LossesWarning(),
    new UnknownTailWarning(),
    new BlockedLoopWarning(),
    new DeadlockWarning(),
    new AbandonedLockWarning(),
    new ClockErrorWarning(),
    new UnknownKindsWarning(),
  ];
}
