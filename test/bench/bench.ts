/**
 * `npm run bench -- NAME [--events N] [--json]`: runs one benchmark and prints its table or its JSON.
 */
import { parseArgs } from "node:util";
import { benchInput } from "./input/bench-input.ts";
import { benchLoop } from "./loop/bench-loop.ts";
import { machine, reportLines } from "./report/report.ts";
import type { BenchRow } from "./report/row.ts";
import { benchStartup } from "./startup/bench-startup.ts";
import { benchThreads } from "./threads/bench-threads.ts";
import { benchTimeline } from "./timeline/bench-timeline.ts";
import { benchTrace } from "./trace/bench-trace.ts";

/** A benchmark. `events`: how much work, where one asks for another amount than its own. */
export type Bench = (events: number | undefined) => Promise<readonly BenchRow[]>;

const benches: Readonly<Record<string, Bench>> = {
  loop: benchLoop,
  threads: benchThreads,
  trace: benchTrace,
  timeline: benchTimeline,
  input: benchInput,
  startup: benchStartup,
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { events: { type: "string" }, json: { type: "boolean" } },
  });
  const [name = ""] = positionals;
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench === undefined || positionals.length !== 1) {
    process.stderr.write(`bench takes one of ${Object.keys(benches).join(", ")}.\n`);
    return 2;
  }
  const events = values.events === undefined ? undefined : Number(values.events);
  if (events !== undefined && !(Number.isSafeInteger(events) && events > 0)) {
    process.stderr.write("--events takes a whole number from 1 on.\n");
    return 2;
  }
  const report = { bench: name, machine: machine(), rows: await bench(events) };
  if (values.json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
  else for (const line of reportLines(report)) process.stdout.write(`${line}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
