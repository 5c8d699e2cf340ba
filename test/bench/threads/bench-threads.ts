/**
 * The benchmark `threads`: what Python's tools for threads do a second, and how late they are, beside CPython's own and
 * beside bare Atomics. The GIL is off, but in the rows that are about it: a thread of ours runs when CPython's would wait.
 */
import { join } from "node:path";
import { findCPython } from "../cpython/ask-cpython.ts";
import { measureInTurn } from "../report/in-turn.ts";
import { type BenchRow, benchRow } from "../report/row.ts";
import { barePrograms } from "./bare.ts";
import { BenchHost } from "./bench-host.ts";
import { contenderOf } from "./cpython.ts";
import { threadRows } from "./rows.ts";

export async function benchThreads(): Promise<readonly BenchRow[]> {
  const cpython = findCPython("threads/cpython.py");
  const python = cpython === undefined ? {} : contenderOf(cpython.ask);
  const host = new BenchHost(join(__dirname, "threads-worker.cjs"));
  try {
    const rows: BenchRow[] = [];
    for (const { name, unit, better } of threadRows) {
      process.stderr.write(`measuring ${name} …\n`);
      const gil = name.startsWith("GIL") ? "on" : "off";
      const isBare = Object.hasOwn(barePrograms, name);
      const measured = await measureInTurn(() => host.measure(`library: ${name}`, gil), {
        cpython: python[name],
        atomics: isBare ? () => host.measure(`bare: ${name}`, gil) : undefined,
      });
      rows.push(benchRow(name, unit, better, measured));
    }
    return rows;
  } finally {
    cpython?.close();
    host.close();
  }
}
