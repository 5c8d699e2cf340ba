/**
 * CPython's threading as a contender.
 */
import type { Ask } from "../cpython/ask-cpython.ts";
import { amounts, type Contender } from "./rows.ts";

/** CPython, by its answers. */
export function contenderOf(ask: Ask): Contender {
  return {
    "create+start+join": () => ask("threads", amounts.threads),
    "lock, uncontended": () => ask("lock", amounts.locks),
    "lock, contended": () => ask("contended", amounts.contended),
    "GIL hand-over": () => ask("hand_over", amounts.handOvers),
    "event wake-up": () => ask("event", amounts.events),
    "queue items": () => ask("items", amounts.items),
    "pool tasks": () => ask("tasks", amounts.tasks, amounts.workers),
    "tick lateness p95": () => ask("lateness", 1, amounts.ticks, amounts.tick / 1_000),
    "tick lateness p95, 64 threads": () => ask("lateness", amounts.spinners, amounts.frames, amounts.frame / 1_000),
    // Only Linux tells a process's resident memory as a file.
    ...(process.platform === "linux" && { "bytes a thread": () => ask("memory", amounts.spinners) }),
  };
}
