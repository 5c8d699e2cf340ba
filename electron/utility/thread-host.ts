/**
 * Entry of the utility process "threads": its own thread is the host and runs no program, it only pumps. Main ends
 * the process; it installs no signal handler, which would make that slow.
 */
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { tieToHrtime } from "../../core/thread-host/hrtime-clock.ts";
import { ThreadHost } from "../../core/thread-host/thread-host.ts";
import { parentWire } from "./parent-wire.ts";
import { workersFrom } from "./worker-boot.ts";

new ThreadHost(parentWire(), {
  pid: process.pid,
  processName: `utility process ${process.pid}`,
  now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
  boot: workersFrom(join(__dirname, "thread-worker.cjs")),
  identBase: () => 2 ** 46 + randomInt(2 ** 30) * 4_096,
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, action) => {
    const timer = setInterval(action, ms);
    return () => clearInterval(timer);
  },
});
