/**
 * Entry of the command line's thread host: the same as the app's, in a worker thread of this process instead of a
 * utility process of its own.
 */
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { tieToHrtime } from "../core/thread-host/hrtime-clock.ts";
import { ThreadHost } from "../core/thread-host/thread-host.ts";
import { parentWire } from "./run/parent-wire.ts";
import { workersFrom } from "./run/worker-boot.ts";

new ThreadHost(parentWire(), {
  pid: process.pid,
  processName: `threads of process ${process.pid}`,
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
