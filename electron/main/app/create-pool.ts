/**
 * The pool of thread hosts over real utility processes, with each process's end led to its host.
 */

import { monotonicMicros as now } from "../../node/monotonic-clock.ts";
import { forkUtility, watchUtilities } from "../runs/fork.ts";
import { superviseThreadHost } from "../runs/thread-host.ts";
import type { UtilityChild } from "../runs/utility-child.ts";
import { UtilityPool } from "../runs/utility-pool.ts";
import { logInfo, logWarning } from "./log.ts";
import { places } from "./places.ts";

/** Makes the pool; nothing is forked before it is warmed. */
export function createPool(onRefused: (reason: string) => void): UtilityPool {
  const children = new Map<string, UtilityChild>();
  watchUtilities((name, reason) => children.get(name)?.gone(reason));
  return new UtilityPool((onGone) => {
    const { name, process } = forkUtility(places.threadHost(), logInfo);
    const host = superviseThreadHost({
      name,
      process,
      now,
      onRefused,
      onGone: (reason, asked) => {
        children.delete(name);
        if (!asked) logWarning(`${name} died: ${reason}`);
        onGone(reason, asked);
      },
    });
    children.set(name, host.child);
    return host;
  });
}
