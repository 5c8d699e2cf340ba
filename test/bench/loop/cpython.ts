/**
 * CPython's asyncio as a contender: one `python3` for the whole benchmark, asked for one figure after the other.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { amounts, type Contender } from "./rows.ts";

export interface CPython {
  readonly contender: Contender;
  readonly version: string;
  close(): void;
}

/** CPython, if `python3` is one. */
export function findCPython(): CPython | undefined {
  const question = "import platform; print(platform.python_implementation(), platform.python_version())";
  const { stdout } = spawnSync("python3", ["-c", question], { encoding: "utf8" });
  if (typeof stdout !== "string" || !stdout.startsWith("CPython ")) return undefined;
  const child = spawn("python3", [script()], { stdio: ["pipe", "pipe", "inherit"] });
  return { contender: contenderOf(asker(child)), version: stdout.trim(), close: () => child.stdin.end() };
}

type Ask = (row: string, ...amounts: readonly unknown[]) => Promise<number>;

/** Sends an order, and gives the figure that comes back. */
function asker(child: ChildProcess): Ask {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("python3 was started without its pipes");
  const figures = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return async (row, ...given) => {
    stdin.write(`${JSON.stringify({ row, amounts: given })}\n`);
    const { value, done } = await figures.next();
    if (done === true) throw new Error(`python3 ended while it measured ${row}`);
    return Number(value);
  };
}

function contenderOf(ask: Ask): Contender {
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

/** cpython.py, found from this file, bundled or not. */
function script(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "test", "bench", "loop", "cpython.py");
    if (existsSync(file)) return file;
  }
  throw new Error("test/bench/loop/cpython.py is not above this file: run the benchmark in the checkout");
}
