/**
 * A worker's life as the product's (worker-life.ts), with nobody watching: as CPython's threads are not recorded either.
 */
import { rehearse } from "../../../core/thread-host/rehearsal.ts";
import type { WorkerPlatform } from "../../../core/thread-host/worker-life.ts";
import { asAdoption } from "../../../core/thread-host/worker-messages.ts";
import type { ThreadContext } from "../../../core/threading/context.ts";
import { SharedMemory } from "../../../core/threading/memory.ts";
import { sharedKinds } from "../../../core/threading/shared-kinds.ts";
import { runThread } from "../../../core/threading/thread-life.ts";
import { park } from "../../../core/threading/worker-slots.ts";
import { jsonValue } from "../../../core/trace/adapters/recorded-values.ts";

/** Returns when the worker has run its thread. Blocks its JavaScript thread until then. */
export function liveQuietly({ boot, receive, post, now, program: programOf }: WorkerPlatform): void {
  const adoptions = new Int32Array(boot.park);
  rehearse(now);
  for (let seen = 0; ; ) {
    Atomics.wait(adoptions, 0, seen);
    seen = Atomics.load(adoptions, 0);
    const adoption = asAdoption(receive());
    const memory = new SharedMemory(adoption.memory);
    const program = programOf(adoption.lesson);
    const thread = park(memory, adoption.slot, () => post({ type: "parked" }));
    if (thread === 0) continue;
    const context: ThreadContext = {
      memory,
      thread,
      observer: null,
      now,
      program,
      kinds: sharedKinds,
      handles: new Map(),
    };
    const end = runThread(context);
    post(
      end.how === "raised"
        ? { type: "ended", how: "raised", error: end.error }
        : { type: "ended", how: "returned", value: jsonValue(end.value) ?? null },
    );
    return;
  }
}
