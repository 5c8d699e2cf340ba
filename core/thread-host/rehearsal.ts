/**
 * A dry run of a thread's whole life on memory of its own, before a worker parks. JavaScript compiles a function when
 * it is first called: without this, the first line of a thread's body would pay for all of that.
 */
import { encodeArguments } from "../threading/arguments.ts";
import type { Program } from "../threading/bodies.ts";
import { SharedMemory } from "../threading/memory.ts";
import { createRing, RingWriter } from "../threading/ring.ts";
import { sharedKinds } from "../threading/shared-kinds.ts";
import { SharedObject } from "../threading/shared-object.ts";
import { Signal } from "../threading/signal.ts";
import { sleep } from "../threading/sleep.ts";
import { Thread } from "../threading/thread.ts";
import { createThreadBlock, markStopped } from "../threading/thread-block.ts";
import { runThread } from "../threading/thread-life.ts";
import { ThreadingAdapter } from "../trace/adapters/threading-adapter.ts";
import { laneOf, producerId } from "../trace/ids.ts";
import { TraceWriter } from "../trace/writer.ts";

const producer = producerId(0);
const lane = laneOf(producer, 0);
const memoryBytes = 32 * 1_024;

/** Runs it. `now`: the worker's clock. Leaves nothing behind but compiled code. */
export function rehearse(now: () => number): void {
  const memory = SharedMemory.create(1, memoryBytes);
  const observer = new ThreadingAdapter(
    new TraceWriter(producer, new RingWriter(createRing(256), () => true)),
    lane,
    now,
  );
  const program: Program = { id: "rehearsal", module: { body }, main: body };
  const args = encodeArguments([{ number: 1, text: "a", list: [true] }]);
  const thread = createThreadBlock(memory, {
    target: "body",
    args,
    name: "rehearsal",
    daemon: false,
    lane,
  });
  const context = {
    memory,
    thread,
    observer,
    now,
    program,
    kinds: sharedKinds,
    handles: new Map<number, SharedObject>(),
  };
  runThread(context);

  function body(): number {
    const signal = new Signal();
    const other = new Thread({ target: body, args: [] });
    signal.go = signal.go && false;
    markStopped(memory, SharedObject.addressOf(other), 1);
    other.join(0);
    observer.line(lane, "rehearsal.ts", 1);
    observer.output(lane, String(other), "stdout");
    observer.signalSeen(lane, 1);
    sleep(0.000_001);
    return 42;
  }
}
