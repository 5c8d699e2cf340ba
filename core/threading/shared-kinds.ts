/**
 * The classes whose objects can be handed to a thread. Adding one is one line.
 */

import { Barrier } from "./barrier.ts";
import { Condition } from "./condition.ts";
import { Event } from "./event.ts";
import { Future } from "./futures/future.ts";
import { ThreadPoolExecutor } from "./futures/thread-pool-executor.ts";
import { Local } from "./local.ts";
import { Lock } from "./lock.ts";
import { LifoQueue, PriorityQueue, Queue } from "./queue.ts";
import { RLock } from "./rlock.ts";
import { BoundedSemaphore, Semaphore } from "./semaphore.ts";
import { SharedCell } from "./shared-cell.ts";
import type { SharedKind } from "./shared-object.ts";
import { Signal } from "./signal.ts";
import { Thread } from "./thread.ts";
import { Timer } from "./timer.ts";

export const sharedKinds: readonly SharedKind[] = [
  { kind: "Thread", at: (address) => Thread.at(address) },
  { kind: "Timer", at: (address) => Timer.at(address) },
  { kind: "Signal", at: (address) => Signal.at(address) },
  { kind: "Lock", at: (address) => Lock.at(address) },
  { kind: "RLock", at: (address) => RLock.at(address) },
  { kind: "Condition", at: (address) => Condition.at(address) },
  { kind: "Event", at: (address) => Event.at(address) },
  { kind: "Semaphore", at: (address) => Semaphore.at(address) },
  { kind: "BoundedSemaphore", at: (address) => BoundedSemaphore.at(address) },
  { kind: "Barrier", at: (address) => Barrier.at(address) },
  { kind: "Local", at: (address) => Local.at(address) },
  { kind: "SharedCell", at: (address) => SharedCell.at(address) },
  { kind: "Queue", at: (address) => Queue.at(address) },
  { kind: "LifoQueue", at: (address) => LifoQueue.at(address) },
  { kind: "PriorityQueue", at: (address) => PriorityQueue.at(address) },
  { kind: "Future", at: (address) => Future.at(address) },
  { kind: "ThreadPoolExecutor", at: (address) => ThreadPoolExecutor.at(address) },
];
