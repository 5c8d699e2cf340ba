/**
 * The classes whose objects can be handed to a thread. Adding one is one line.
 */
import { Lock } from "./lock.ts";
import type { SharedKind } from "./shared-object.ts";
import { Signal } from "./signal.ts";
import { Thread } from "./thread.ts";

export const sharedKinds: readonly SharedKind[] = [
  { kind: "Thread", at: (address) => Thread.at(address) },
  { kind: "Lock", at: (address) => Lock.at(address) },
  { kind: "Signal", at: (address) => Signal.at(address) },
];
