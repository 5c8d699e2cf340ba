/**
 * Runs a lesson in this process for real: the threads' host and the event loop each on a worker of their own, so
 * that one that blocks stops neither the other nor the terminal; this thread is main: the journal and the clock.
 */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Mode, Outcome, RunState } from "../../core/contract/run.ts";
import { ProducerEndpoint } from "../../core/runs/producer-endpoint.ts";
import type { JournalSink } from "../../core/runs/recording-sinks.ts";
import { outcomes, Run } from "../../core/runs/run.ts";
import { producerId } from "../../core/trace/ids.ts";
import { monotonicMicros } from "../../electron/node/monotonic-clock.ts";
import { after } from "../../electron/node/timers.ts";
import type { RunArguments } from "../arguments/run-arguments.ts";
import { RunFeed } from "../terminal/run-feed.ts";
import { workerWire } from "./worker-wire.ts";

interface ProducerWorker {
  readonly file: string;
  readonly base: number;
  readonly count: number;
  readonly limits?: { readonly maxYoungGenerationSizeMb: number };
}

/**
 * The worker that produces a mode, and the producer ids that are its to give. Tasks live longer than most objects do:
 * with V8's usual room for young ones (semi-spaces of 16 MB, here 64) each is copied twice, which takes more time than
 * making it. Room that is not used costs nothing.
 */
const producers: Readonly<Record<Mode, ProducerWorker | undefined>> = {
  threads: { file: "thread-host.cjs", base: 16, count: 256 },
  coroutines: { file: "coroutine-worker.cjs", base: 1, count: 1, limits: { maxYoungGenerationSizeMb: 192 } },
  processes: undefined,
};
/** How long a worker may take to say `bye` after Stop, ms. */
const patience = 500;

export interface ModeResult {
  readonly mode: Mode;
  readonly outcome: Outcome;
  readonly frames: number;
  /** From the origin to the program's end, ms. */
  readonly ms: number;
}

export interface LessonResult {
  readonly modes: readonly ModeResult[];
  readonly state: RunState;
}

export interface LessonRunOptions {
  readonly journal: JournalSink;
  /** Called when a console may have changed. */
  readonly onChange: (feed: RunFeed) => void;
  /** Called once with what ends the run early: the terminal's interrupt key. It gives false when nothing runs yet. */
  readonly onStarted: (stop: () => boolean) => void;
}

/** Runs to the end. */
export function runLesson(wanted: RunArguments, options: LessonRunOptions): Promise<LessonResult> {
  const feed: RunFeed = new RunFeed(() => options.onChange(feed));
  const endpoints = wanted.modes.map((mode) => workerEndpoint(mode));
  const calls = wanted.lesson.calls === true;
  // A lesson that has functions called needs the host, also where no program of threads runs.
  const bystanders = calls && !wanted.modes.includes("threads") ? [workerEndpoint("threads")] : [];
  const ended = new Map<string, number>();
  return new Promise((resolve) => {
    let finished = false;
    const run: Run = new Run({
      run: 1,
      lesson: wanted.lesson.id,
      parameters: wanted.parameters,
      endpoints,
      bystanders,
      calls,
      recording: { pid: process.pid, journal: options.journal, feed, createAlignment: () => sameClock },
      wallClock: () => new Date().toISOString(),
      now: monotonicMicros,
      after,
      onChange: (state) => {
        for (const mode of outcomes(state).keys()) if (!ended.has(mode)) ended.set(mode, monotonicMicros());
        if (state.phase !== "ended" || finished) return;
        finished = true;
        const origin = run.recording?.origin ?? monotonicMicros();
        for (const endpoint of [...endpoints, ...bystanders]) endpoint.lost("the run is over");
        resolve({ state, modes: wanted.modes.map((mode) => result(mode, state, feed, ended, origin)) });
      },
    });
    options.onStarted(() => {
      const isRunning = run.phase === "running";
      run.stop();
      return isRunning;
    });
    run.begin();
  });
}

function result(
  mode: Mode,
  state: RunState,
  feed: RunFeed,
  ended: ReadonlyMap<string, number>,
  origin: number,
): ModeResult {
  const outcome = outcomes(state).get(mode) ?? { how: "lost", error: "it said no outcome" };
  const ms = ((ended.get(mode) ?? origin) - origin) / 1_000;
  return { mode, outcome, frames: feed.statistics(mode).frames, ms };
}

function workerEndpoint(mode: Mode): ProducerEndpoint {
  const producer = producers[mode];
  if (producer === undefined) throw new Error(`no worker runs ${mode} in this version`);
  const worker = new Worker(join(__dirname, producer.file), { resourceLimits: producer.limits ?? {} });
  const endpoint = new ProducerEndpoint({
    mode,
    wire: workerWire(worker),
    producerBase: producerId(producer.base),
    producers: producer.count,
    clock: { id: 0, kind: "hrtime", errorUs: 0 },
    pid: () => process.pid,
    now: monotonicMicros,
    patience,
    kill: (reason) => endpoint.lost(reason),
  });
  worker.on("error", (error) => endpoint.lost(`the worker of the ${mode} died: ${error.message}`));
  worker.on("exit", () => endpoint.lost(`the worker of the ${mode} is gone`));
  return endpoint;
}

/** Every thread of this process reads the same clock. */
const sameClock = { add: () => {}, toMain: (raw: number) => raw, errorUs: () => 0 };
