/**
 * The worker of the command line that runs the coroutines: an event loop of its own, on main's clock.
 */
import { HostedEventLoop } from "../core/asyncio/hosted-loop.ts";
import { CoroutineProducer } from "../core/producers/coroutine-producer.ts";
import { tieToHrtime } from "../core/thread-host/hrtime-clock.ts";
import { after, every } from "../electron/node/timers.ts";
import { coroutinePrograms } from "../lessons/coroutine-programs.ts";
import { NodeHost } from "./hosts/node-host.ts";
import { parentWire } from "./run/parent-wire.ts";

new CoroutineProducer({
  wire: parentWire(),
  processName: (pid) => `event loop of process ${pid}`,
  // Read at each step of a task: `hrtime()` itself makes an array each time.
  now: tieToHrtime(() => performance.now(), process.hrtime.bigint),
  onMainClock: true,
  createLoop: () => new HostedEventLoop(new NodeHost()),
  programs: coroutinePrograms,
  after,
  every,
});
