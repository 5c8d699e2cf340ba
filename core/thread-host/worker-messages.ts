/**
 * What the host thread and its workers say to each other: little, since threads need the host for nothing but
 * booting. Both sides are built together; what arrives is still looked at, since a shared buffer that can't cross
 * arrives as null without an error.
 */
import type { Json } from "../trace/event.ts";
import { isLaneId, isProducerId, type LaneId, type ProducerId } from "../trace/ids.ts";

/** What a worker is booted with. */
export interface WorkerBoot {
  /** One word, counted up and notified for each adoption: what an idle worker waits on. */
  readonly park: SharedArrayBuffer;
  /** The worker's trace ring. */
  readonly ring: SharedArrayBuffer;
}

/** Host → worker: the run it is to be of use to. */
export interface Adoption {
  readonly memory: SharedArrayBuffer;
  readonly slot: number;
  readonly producer: ProducerId;
  /** The process's lane, which thread lanes belong to. */
  readonly process: LaneId;
  readonly lesson: string;
}

/** Worker → host. */
export type WorkerNews =
  /** It waits in the run's memory for a thread to run. */
  | { readonly type: "parked" }
  /** Its thread has ended; nothing more is written to its ring. */
  | { readonly type: "ended"; readonly how: "returned"; readonly value: Json }
  | { readonly type: "ended"; readonly how: "raised"; readonly error: string };

/** @throws TypeError when it is none. */
export function asWorkerBoot(value: unknown): WorkerBoot {
  if (has(value, "park") && has(value, "ring")) {
    const { park, ring } = value;
    if (park instanceof SharedArrayBuffer && ring instanceof SharedArrayBuffer) return { park, ring };
  }
  throw new TypeError("a thread worker was booted without its shared memory: start it from a thread host only");
}

/** @throws TypeError when it is none. */
export function asAdoption(value: unknown): Adoption {
  if (
    has(value, "memory") &&
    has(value, "slot") &&
    has(value, "producer") &&
    has(value, "process") &&
    has(value, "lesson")
  ) {
    const { memory, slot, producer, process, lesson } = value;
    if (
      memory instanceof SharedArrayBuffer &&
      typeof slot === "number" &&
      typeof producer === "number" &&
      isProducerId(producer) &&
      typeof process === "number" &&
      isLaneId(process) &&
      typeof lesson === "string"
    ) {
      return { memory, slot, producer, process, lesson };
    }
  }
  throw new TypeError("a thread worker was sent something else than a run to serve: build host and workers together");
}

/** Whether it is a worker's news. */
export function isWorkerNews(value: unknown): value is WorkerNews {
  if (!has(value, "type")) return false;
  if (value.type === "parked") return true;
  if (value.type !== "ended" || !has(value, "how")) return false;
  return value.how === "returned" ? "value" in value : has(value, "error") && typeof value.error === "string";
}

function has<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return typeof value === "object" && value !== null && key in value;
}
