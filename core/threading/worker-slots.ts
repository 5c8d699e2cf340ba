/**
 * Booted workers, parked in shared memory. `start()` takes one without anybody's help: it claims a slot, writes
 * which thread to run, and wakes the worker. The host's only part is to see to it that some are parked.
 *
 *   empty → parked (the worker) → claimed (a starting thread) → assigned (the same) → empty (the host, worker gone)
 *                                → released (the host: the run is over)
 */
import { type BlockingContext, blockWhile } from "./blocking.ts";
import { RuntimeError } from "./exceptions.ts";
import { Header, Slot, SlotState, workerSlots } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";

/** How long a `start()` waits for the host to boot a worker, in s. */
export const bootPatience = 10;

/**
 * What a worker does between its boot and its thread. Returns the address of the thread to run; 0 when released.
 * `parked` is called once it can be claimed.
 */
export function park(memory: SharedMemory, slot: number, parked: () => void = () => {}): number {
  const state = stateWord(slot);
  memory.store(state, SlotState.parked);
  memory.bump(Header.parkings);
  parked();
  for (;;) {
    const seen = memory.load(state);
    if (seen === SlotState.assigned) return memory.load(threadWord(slot));
    if (seen === SlotState.released) return 0;
    memory.wait(state, seen);
  }
}

/** Takes a parked worker if there is one: its slot, or −1. Never waits. */
export function tryClaimWorker(memory: SharedMemory): number {
  for (let slot = 0; slot < workerSlots; slot++) {
    if (memory.swap(stateWord(slot), SlotState.parked, SlotState.claimed)) return slot;
  }
  return -1;
}

/** Takes a parked worker, waiting for the host to boot one if need be. @throws RuntimeError when none comes. */
export function claimWorker(context: BlockingContext): number {
  const { memory, now } = context;
  const first = tryClaimWorker(memory);
  if (first >= 0) return first;
  const deadline = now() + bootPatience * 1e6;
  memory.add(Header.wanting, 1);
  try {
    for (;;) {
      const parkings = memory.load(Header.parkings);
      const slot = tryClaimWorker(memory);
      if (slot >= 0) return slot;
      if (memory.load(Header.closed) === 1) {
        throw new RuntimeError("can't start new thread: this run has used up its worker threads, start fewer");
      }
      if (!blockWhile(context, Header.parkings, parkings, deadline, "untold")) {
        throw new RuntimeError(`can't start new thread: no worker was ready within ${bootPatience} s, try again`);
      }
    }
  } finally {
    memory.add(Header.wanting, -1);
  }
}

/** Hands a claimed worker its thread and wakes it. */
export function assignWorker(memory: SharedMemory, slot: number, thread: number): void {
  memory.store(threadWord(slot), thread);
  memory.announce(stateWord(slot), SlotState.assigned);
}

/** Host: the slot's worker may leave, if it is parked. Whether it was. */
export function releaseWorker(memory: SharedMemory, slot: number): boolean {
  if (!memory.swap(stateWord(slot), SlotState.parked, SlotState.released)) return false;
  memory.notify(stateWord(slot));
  return true;
}

/** Host: whether the slot's worker waits for a thread to run. */
export function isParked(memory: SharedMemory, slot: number): boolean {
  return memory.load(stateWord(slot)) === SlotState.parked;
}

/** Host: starts that wait for a worker just now. */
export function workersWanted(memory: SharedMemory): number {
  return memory.load(Header.wanting);
}

/** Host: boots no more workers for this run; starts that wait, or come, fail at once. */
export function closeWorkers(memory: SharedMemory): void {
  memory.store(Header.closed, 1);
  memory.bump(Header.parkings);
}

/** Host: the thread that the slot's worker was given; 0 for none. */
export function assignedThread(memory: SharedMemory, slot: number): number {
  return memory.load(stateWord(slot)) === SlotState.assigned ? memory.load(threadWord(slot)) : 0;
}

/** Host: the slot's worker is gone, another may have the slot. */
export function emptySlot(memory: SharedMemory, slot: number): void {
  memory.store(stateWord(slot), SlotState.empty);
}

function stateWord(slot: number): number {
  return Header.words + slot * Slot.words + Slot.state;
}

function threadWord(slot: number): number {
  return Header.words + slot * Slot.words + Slot.thread;
}
