import { describe, expect, test } from "vitest";
import { Header, workerSlots } from "../../../../core/threading/layout.ts";
import { SharedMemory } from "../../../../core/threading/memory.ts";
import {
  assignedThread,
  assignWorker,
  claimWorker,
  closeWorkers,
  emptySlot,
  isParked,
  park,
  releaseWorker,
  tryClaimWorker,
  workersWanted,
} from "../../../../core/threading/worker-slots.ts";

const now = () => performance.now() * 1_000;

/** Parks in a slot and is given, before it would wait, what `meanwhile` does. */
function parkWhile(memory: SharedMemory, slot: number, meanwhile: () => void): number {
  return park(memory, slot, meanwhile);
}

describe("parked workers", () => {
  test("are claimed once, and wake with the thread they were given", () => {
    const memory = SharedMemory.create(1);
    const thread = parkWhile(memory, 3, () => {
      expect(isParked(memory, 3)).toBe(true);
      const slot = claimWorker({ memory, now, thread: 0, observer: null });
      expect(slot).toBe(3);
      expect(tryClaimWorker(memory)).toBe(-1);
      assignWorker(memory, slot, 640);
    });
    expect(thread).toBe(640);
    expect(assignedThread(memory, 3)).toBe(640);
    emptySlot(memory, 3);
    expect(assignedThread(memory, 3)).toBe(0);
  });

  test("leave without a thread when the run does not need them", () => {
    const memory = SharedMemory.create(1);
    expect(parkWhile(memory, 0, () => void releaseWorker(memory, 0))).toBe(0);
    expect(releaseWorker(memory, 0)).toBe(false);
  });

  test("cannot be released once they are claimed", () => {
    const memory = SharedMemory.create(1);
    const thread = parkWhile(memory, 0, () => {
      const slot = tryClaimWorker(memory);
      expect(releaseWorker(memory, 0)).toBe(false);
      assignWorker(memory, slot, 2);
    });
    expect(thread).toBe(2);
  });

  test("are refused to a start at once when the host boots no more", () => {
    const memory = SharedMemory.create(1);
    closeWorkers(memory);
    expect(() => claimWorker({ memory, now, thread: 0, observer: null })).toThrow(
      "can't start new thread: this run has used up",
    );
    expect(workersWanted(memory)).toBe(0);
  });

  test("are waited for so long and no longer, and the wait is seen by the host", () => {
    const memory = SharedMemory.create(1);
    let asked = 0;
    const clock = () => {
      asked = Math.max(asked, workersWanted(memory));
      return asked === 0 ? 0 : 1e12;
    };
    expect(() => claimWorker({ memory, now: clock, thread: 0, observer: null })).toThrow(
      "no worker was ready within 10 s",
    );
    expect(asked).toBe(1);
    expect(workersWanted(memory)).toBe(0);
  });

  test("have slots that lie before the first cell", () => {
    const memory = SharedMemory.create(1);
    expect(memory.load(Header.free)).toBeGreaterThanOrEqual(Header.words + workerSlots * 2);
  });
});
