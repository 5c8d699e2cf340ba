/**
 * The pool of thread hosts over real utility processes, with each process's end led to its host, and what is wrong with
 * one told in words.
 */

import { type Language, translate } from "../../../core/i18n/index.ts";
import { monotonicMicros as now } from "../../node/monotonic-clock.ts";
import { after } from "../../node/timers.ts";
import { forkUtility, watchUtilities } from "../runs/fork.ts";
import { superviseThreadHost } from "../runs/thread-host.ts";
import type { UtilityChild } from "../runs/utility-child.ts";
import { UtilityPool } from "../runs/utility-pool.ts";
import { boundedLog } from "../security/bounded-log.ts";
import type { Notices } from "../supervision/notices.ts";
import { RestartPolicy } from "../supervision/restart-policy.ts";
import { logInfo, logPath, logWarning } from "./log.ts";
import { places } from "./places.ts";

/** Under which the notice about the pool itself is kept. */
const poolItself = "pool";

/** Ends a process by a signal that none can hold up; one that has just ended by itself is as good. */
function force(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    logWarning(`process ${pid} could not be ended: ${String(error)}`);
  }
}

/** Makes the pool; nothing is forked before it is warmed. */
export function createPool(language: Language, notices: Notices, onRefused: (reason: string) => void): UtilityPool {
  const children = new Map<string, UtilityChild>();
  const logPrinted = boundedLog(logInfo);
  watchUtilities((name, reason) => children.get(name)?.gone(reason));
  return new UtilityPool({
    restarts: new RestartPolicy(now),
    after,
    onSilence: ({ child: { name, pid } }, silence) => {
      if (silence === undefined) {
        notices.clear(name);
        return;
      }
      const since = new Date(Date.now() - silence / 1_000).toLocaleTimeString(language, { hour12: false });
      logWarning(`${name}, process ${pid}, has not answered since ${since}`);
      notices.raise(name, translate(language, "problem.silent", { pid: pid ?? 0, since }));
    },
    onExhausted: (reason) => {
      if (reason === undefined) notices.clear(poolItself);
      else notices.raise(poolItself, translate(language, "problem.no-threads", { reason, log: logPath() }));
    },
    boot: (listener) => {
      const { name, process } = forkUtility(places.threadHost(), logPrinted);
      const host = superviseThreadHost({
        ...listener,
        name,
        process,
        now,
        after,
        force,
        onRefused,
        onAnswering: () => {
          logInfo(`${name} answers`);
          listener.onAnswering();
        },
        onGone: (reason, asked) => {
          children.delete(name);
          if (!asked) logWarning(`${name} died: ${reason}`);
          listener.onGone(reason, asked);
        },
      });
      children.set(name, host.child);
      return host;
    },
  });
}
