/**
 * The global interpreter lock (Python/ceval_gil.c, 3.11): while it is on, a thread runs only while it holds it. It is given
 * up around every blocking call, and handed over when another thread has wanted it for the switch interval.
 * Invariants: no more than one thread of a run holds it; who is asked for it and gives it up does not get it back before
 * another has had it; a `wait` is told before it is free, a `run` after it is taken. Nobody waits for it inside a monitor
 * but with the monitor's body out of the way of who holds it.
 */
import type { ThreadContext } from "./context.ts";
import { Block, Header, ThreadState } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";
import { free, freeOwn, markWaited, ownerIn, tryTake } from "./ownership.ts";

/** What taking and giving up need of a thread. */
export type GilContext = Pick<ThreadContext, "memory" | "thread" | "observer">;

/** How long a thread waits before it asks for the GIL, ms: Python's `sys.getswitchinterval()`. */
const switchInterval = 5;
/** How often, in switch intervals, a thread that was asked looks whether another has taken it. */
const handOverPatience = 20;

/** Host, before the program begins: the run has a GIL. `lane`: the observer's number for it. */
export function switchGilOn(memory: SharedMemory, lane: number): void {
  memory.store(Header.gilLane, lane);
  memory.store(Header.gilOn, 1);
}

/** Whether the run has one. */
export function isGilOn(memory: SharedMemory): boolean {
  return memory.load(Header.gilOn) === 1;
}

/** Takes it, if the run has one; a wait for it is told. Not to be called by who has it. */
export function takeGil(context: GilContext): void {
  const { memory, thread, observer } = context;
  if (!isGilOn(memory)) return;
  const blocks = !tryTake(memory, Header.gilHolder, thread);
  if (blocks) {
    observer?.gilAsked(memory.load(thread + Block.lane), memory.load(Header.gilLane));
    takeSlowly(context);
  }
  taken(context);
  observer?.gilTaken(memory.load(thread + Block.lane), memory.load(Header.gilLane), markOfFreeing(context));
}

/** Gives it up, if the run has one. */
export function dropGil(context: GilContext): void {
  if (!isGilOn(context.memory)) return;
  tellFreed(context);
  free(context.memory, Header.gilHolder);
}

/** Gives it up and takes it again at once, or after another thread that was quicker. */
export function yieldGil(context: GilContext): void {
  dropGil(context);
  takeGil(context);
}

/** Tells that it is given up; the thread does nothing more but to end and to call `freeGil`. */
export function tellFreed({ memory, thread, observer }: GilContext): void {
  if (observer === null || !isGilOn(memory)) return;
  const mark = observer.gilFreed(memory.load(thread + Block.lane), memory.load(Header.gilLane));
  memory.storeMark(Header.gilMark, mark);
}

/** Gives it up without a word, when the thread has ended: one who waits may have noticed that already, and have it. */
export function freeGil({ memory, thread }: GilContext): void {
  if (isGilOn(memory)) freeOwn(memory, Header.gilHolder, thread);
}

/** Where a thread can lose the GIL while it computes: before each line, and in each look at what is shared. */
export function checkpoint(context: GilContext): void {
  if (context.memory.load(Header.gilRequest) === 1) handOver(context);
}

function handOver(context: GilContext): void {
  const { memory, thread, observer } = context;
  const lane = memory.load(thread + Block.lane);
  const switches = memory.load(Header.gilSwitches);
  tellFreed(context);
  observer?.gilAsked(lane, memory.load(Header.gilLane));
  free(memory, Header.gilHolder);
  for (let i = 0; i < handOverPatience && memory.load(Header.gilSwitches) === switches; i++) {
    memory.wait(Header.gilSwitches, switches, switchInterval);
  }
  takeSlowly(context);
  taken(context);
  observer?.gilTaken(lane, memory.load(Header.gilLane), markOfFreeing(context));
  observer?.waitEnded(lane);
}

/** As CPython's `take_gil`: waits an interval; when nobody else got it meanwhile, asks for it. */
function takeSlowly({ memory, thread }: GilContext): void {
  for (;;) {
    const seen = memory.load(Header.gilHolder);
    if (seen === 0 || memory.load(ownerIn(seen) + Block.state) === ThreadState.stopped) {
      if (memory.swap(Header.gilHolder, seen, markWaited(thread))) return;
      continue;
    }
    const waited = markWaited(seen);
    if (waited !== seen && !memory.swap(Header.gilHolder, seen, waited)) continue;
    const switches = memory.load(Header.gilSwitches);
    const came = memory.wait(Header.gilHolder, waited, switchInterval);
    if (came === "timed-out" && memory.load(Header.gilSwitches) === switches) memory.store(Header.gilRequest, 1);
  }
}

function taken({ memory }: GilContext): void {
  if (memory.exchange(Header.gilRequest, 0) === 1) memory.bump(Header.gilSwitches);
  else memory.add(Header.gilSwitches, 1);
}

function markOfFreeing({ memory, observer }: GilContext): number {
  return observer === null ? 0 : memory.loadMark(Header.gilMark);
}
