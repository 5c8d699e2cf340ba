/**
 * What a worker thread does from its boot to its end: it parks, is adopted by a run, parks in that run's memory with
 * everything made that a thread needs, runs one thread, tells of its end, and is not used again. A run that did not
 * need it lets it go back to its first park.
 */
import { setConsoleSink } from "../programs/console.ts";
import { setLineSink } from "../programs/mark.ts";
import type { Program } from "../threading/bodies.ts";
import type { ThreadContext } from "../threading/context.ts";
import { checkpoint } from "../threading/gil.ts";
import { Block } from "../threading/layout.ts";
import { SharedMemory } from "../threading/memory.ts";
import { RingWriter } from "../threading/ring.ts";
import { sharedKinds } from "../threading/shared-kinds.ts";
import { runThread, type ThreadEnd } from "../threading/thread-life.ts";
import { park } from "../threading/worker-slots.ts";
import { jsonValue } from "../trace/adapters/recorded-values.ts";
import { ThreadingAdapter } from "../trace/adapters/threading-adapter.ts";
import { Code } from "../trace/kinds.ts";
import { TraceWriter } from "../trace/writer.ts";
import { rehearse } from "./rehearsal.ts";
import { type Adoption, asAdoption, type WorkerBoot, type WorkerNews } from "./worker-messages.ts";

export interface WorkerPlatform {
  readonly boot: WorkerBoot;
  /** The oldest message from the host, taken without waiting: the worker's event loop stands still. */
  readonly receive: () => unknown;
  readonly post: (news: WorkerNews) => void;
  /** `process.hrtime`, µs. */
  readonly now: () => number;
  readonly program: (lesson: string) => Program;
}

/** How long a worker that is done stays quiet before it goes, ms. */
const graceful = 20;

/** Returns when the worker has run its thread. Blocks its JavaScript thread until then. */
export function liveAsWorker(platform: WorkerPlatform): void {
  const adoptions = new Int32Array(platform.boot.park);
  rehearse(platform.now);
  for (let seen = 0; ; ) {
    Atomics.wait(adoptions, 0, seen);
    seen = Atomics.load(adoptions, 0);
    if (serve(platform, asAdoption(platform.receive()))) return;
  }
}

/** Whether a thread was run. */
function serve(platform: WorkerPlatform, adoption: Adoption): boolean {
  const { now, post } = platform;
  const memory = new SharedMemory(adoption.memory);
  const program = platform.program(adoption.lesson);
  const ring = new RingWriter(platform.boot.ring, isVital);
  const observer = new ThreadingAdapter(new TraceWriter(adoption.producer, ring), adoption.process, now);
  const thread = park(memory, adoption.slot, () => post({ type: "parked" }));
  if (thread === 0) return false;
  const lane = memory.load(thread + Block.lane);
  const context: ThreadContext = { memory, thread, observer, now, program, kinds: sharedKinds, handles: new Map() };
  setConsoleSink((text, stream) => observer.output(lane, text, stream));
  setLineSink((code, line) => {
    checkpoint(context);
    observer.line(lane, code.file, line);
  });
  post(newsOf(runThread(context)));
  // Whoever joins the thread was just woken, likely on this core: tearing this worker down at once would keep it waiting.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, graceful);
  return true;
}

/** A lane's life is told even by a ring that is full: without it the rest would mean nothing. */
function isVital(kind: number): boolean {
  return kind === Code.laneCreated || kind === Code.laneStarted || kind === Code.laneEnded;
}

function newsOf(end: ThreadEnd): WorkerNews {
  if (end.how === "raised") return { type: "ended", how: "raised", error: end.error };
  return { type: "ended", how: "returned", value: jsonValue(end.value) ?? null };
}
