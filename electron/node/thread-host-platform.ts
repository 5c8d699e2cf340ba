/**
 * What a thread host needs of Node, the same in a utility process and in a worker of the command line. The built file
 * of the workers, thread-worker.cjs, stands beside the host's own.
 */
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { tieToHrtime } from "../../core/thread-host/hrtime-clock.ts";
import type { ThreadHostPlatform } from "../../core/thread-host/thread-host-platform.ts";
import { after, every } from "./timers.ts";
import { workersFrom } from "./worker-boot.ts";

/** The platform of a host whose process lane is called `processName`. */
export function threadHostPlatform(processName: string): ThreadHostPlatform {
  return {
    pid: process.pid,
    processName,
    now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
    boot: workersFrom(join(__dirname, "thread-worker.cjs")),
    identBase: () => 2 ** 46 + randomInt(2 ** 30) * 4_096,
    after,
    every,
  };
}
