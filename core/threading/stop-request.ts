/**
 * A person's Cancel, as the host carries it out: it writes the flag of the run's signals, from outside any thread.
 * Nothing is interrupted by it; a thread stops when it next looks.
 */
import { Header, SignalCell } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";

/**
 * Sets `go` to false in each signal of the run where it is still true; `mark` is asked for each one's mark first.
 * Returns how many.
 */
export function requestStop(memory: SharedMemory, mark: () => number): number {
  let asked = 0;
  for (const address of memory.list(Header.firstSignal)) {
    if (memory.load(address + SignalCell.go) === 0) continue;
    memory.storeMark(address + SignalCell.mark, mark());
    memory.store(address + SignalCell.go, 0);
    asked += 1;
  }
  return asked;
}
