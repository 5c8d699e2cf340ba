/**
 * core/asyncio in plain Node: a fresh loop a measurement, on the command line's own host and clock.
 */
import { NodeHost } from "../../../cli/hosts/node-host.ts";
import { HostedEventLoop } from "../../../core/asyncio/hosted-loop.ts";
import type { Coroutine, EventLoop } from "../../../core/asyncio/index.ts";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import {
  callbacks,
  createCancel,
  createFinish,
  nested,
  roundTrips,
  sleeping,
  switches,
  waitForNothing,
  waiting,
} from "./programs.ts";
import { recordOn } from "./recording.ts";
import { amounts, type Contender } from "./rows.ts";

/** The clock of the command line's loop. */
const now = tieToHrtime(() => performance.now(), process.hrtime.bigint);

/** Runs one measurement on a loop of its own; `recorded`: with everything that happens written to a trace. */
async function measure(program: (loop: EventLoop) => Coroutine<number>, recorded = false): Promise<number> {
  const loop = new HostedEventLoop(new NodeHost());
  const stopRecording = recorded ? recordOn(loop, now) : undefined;
  const result = await loop.runUntilComplete(program(loop));
  loop.close();
  stopRecording?.();
  return result;
}

export const ours: Contender = {
  "switches, 1 task": () => measure(() => switches(1, amounts.switches)),
  "switches, 100 tasks": () => measure(() => switches(100, amounts.switches)),
  "switches, 10000 tasks": () => measure(() => switches(10_000, amounts.switches)),
  "nested 10 deep": () => measure(() => nested(amounts.depth, amounts.nestedSwitches)),
  "create+finish": () => measure(() => createFinish(amounts.created)),
  "create+cancel": () => measure(() => createCancel(amounts.cancelled)),
  "await round trips": () => measure(() => roundTrips(amounts.roundTrips)),
  callSoon: () => measure((loop) => callbacks(amounts.callbacks, (_, callback) => loop.callSoon(callback))),
  timers: () => {
    const count = amounts.timers;
    const due = (at: number) => ((at * 7_919) % count) * 1e-9;
    return measure((loop) => callbacks(count, (at, callback) => loop.callLater(due(at), callback)));
  },
  "bytes a task waiting on a future": () => measure(() => waiting(amounts.waiting, waitForNothing)),
  "bytes a sleeping task": () => measure(() => waiting(amounts.waiting, sleeping)),
  "recording on, Node": () => measure(() => switches(100, amounts.switches), true),
};

/** Ours without the recording, as a peer of the row that has it on. */
export const recordingOff: Contender = {
  "recording on, Node": () => measure(() => switches(100, amounts.switches)),
};
