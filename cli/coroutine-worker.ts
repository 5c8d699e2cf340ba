/**
 * The worker of the command line that runs the coroutines: an event loop of its own, on main's clock.
 */
import { HostedEventLoop } from "../core/asyncio/hosted-loop.ts";
import { CoroutineProducer } from "../core/producers/coroutine-producer.ts";
import { coroutinePrograms } from "../lessons/coroutine-programs.ts";
import { NodeHost } from "./hosts/node-host.ts";
import { monotonicMicros } from "./run/monotonic-clock.ts";
import { parentWire } from "./run/parent-wire.ts";

new CoroutineProducer({
  wire: parentWire(),
  processName: (pid) => `node ${pid}`,
  now: monotonicMicros,
  onMainClock: true,
  createLoop: () => new HostedEventLoop(new NodeHost()),
  programs: coroutinePrograms,
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, action) => {
    const timer = setInterval(action, ms);
    return () => clearInterval(timer);
  },
});
