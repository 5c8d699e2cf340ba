/**
 * CPython's asyncio as a contender.
 */
import type { Ask } from "../cpython/ask-cpython.ts";
import { amounts, type Contender } from "./rows.ts";

/** CPython, by its answers. */
export function contenderOf(ask: Ask): Contender {
  return {
    "switches, 1 task": () => ask("switches", 1, amounts.switches),
    "switches, 100 tasks": () => ask("switches", 100, amounts.switches),
    "switches, 10000 tasks": () => ask("switches", 10_000, amounts.switches),
    "nested 10 deep": () => ask("nested", amounts.depth, amounts.nestedSwitches),
    "create+finish": () => ask("createFinish", amounts.created),
    "create+cancel": () => ask("createCancel", amounts.cancelled),
    "await round trips": () => ask("roundTrips", amounts.roundTrips),
    callSoon: () => ask("callbacks", amounts.callbacks, false),
    timers: () => ask("callbacks", amounts.timers, true),
    // Only Linux tells a process's resident memory as a file.
    ...(process.platform === "linux" && {
      "bytes a task waiting on a future": () => ask("waiting", amounts.waiting, "future"),
      "bytes a sleeping task": () => ask("waiting", amounts.waiting, "sleep"),
    }),
  };
}
