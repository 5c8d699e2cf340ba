/**
 * CPython as a contender: one `python3` for a whole benchmark, asked for one figure after the other.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Sends an order, and gives the figure that comes back. */
export type Ask = (row: string, ...amounts: readonly unknown[]) => Promise<number>;

export interface CPython {
  readonly ask: Ask;
  close(): void;
}

/** CPython at work on `test/bench/SCRIPT`, if `python3` is one; else that it is not is said, and undefined given. */
export function findCPython(script: string): CPython | undefined {
  const question = "import platform; print(platform.python_implementation())";
  const { stdout } = spawnSync("python3", ["-c", question], { encoding: "utf8" });
  if (typeof stdout !== "string" || stdout.trim() !== "CPython") {
    process.stderr.write("python3 is no CPython here: that peer is left out.\n");
    return undefined;
  }
  const child = spawn("python3", ["-B", fileOf(script)], { stdio: ["pipe", "pipe", "inherit"] });
  return { ask: asker(child), close: () => void child.stdin.end() };
}

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

/** The script, found from this file, bundled or not. */
function fileOf(script: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "test", "bench", script);
    if (existsSync(file)) return file;
  }
  throw new Error(`test/bench/${script} is not above this file: run the benchmark in the checkout`);
}
