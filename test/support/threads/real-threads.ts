/**
 * Runs programs on the real thread host and real worker threads, driven by main's own `Run` and recorded as in the app.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { build, type Plugin } from "vite";
import type { Wire } from "../../../core/contract/channel.ts";
import type { Parameters, RunState } from "../../../core/contract/run.ts";
import type { SettledCall, ThreadCall } from "../../../core/contract/thread-call.ts";
import { ProducerEndpoint } from "../../../core/runs/producer-endpoint.ts";
import { Run } from "../../../core/runs/run.ts";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import { ThreadHost } from "../../../core/thread-host/thread-host.ts";
import { laneOf, producerId } from "../../../core/trace/ids.ts";
import { MessageRecorder } from "../../../core/trace/message-recorder.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";
import { nodeConfig } from "../../../scripts/build/node-config.mjs";
import { folderVariable } from "../../../scripts/mutants/folders.mjs";
import { plantedPlugin } from "../../../scripts/planted/planted-plugin.mjs";
import { inProject } from "../../../scripts/setup/project.mjs";
import { KeptFeed, KeptJournal } from "../recorded.ts";
import { Recorded } from "./recorded-run.ts";

/**
 * Bundles the tests' worker into a folder that no other test file builds into; returns its file. `planting`: a bug, else the
 * one that the environment names. A mutation run, whose sources hold all mutants at once, builds one for all.
 */
export async function buildTestWorker(folder: string, planting?: Plugin): Promise<string> {
  return buildWorkerEntry("test/support/threads/thread-worker.ts", folder, planting);
}

/** As `buildTestWorker`, with an entry of its own, which is bundled as `thread-worker.cjs`. */
export async function buildWorkerEntry(entry: string, folder: string, planting?: Plugin): Promise<string> {
  const isMutationRun = planting === undefined && process.env[folderVariable] !== undefined;
  const target = isMutationRun ? `out/mutants-workers/${entry.replaceAll(/[^a-z]+/g, "-")}` : folder;
  const file = join(inProject(target), "thread-worker.cjs");
  if (isMutationRun && existsSync(file)) return file;
  const config = nodeConfig({ entries: { "thread-worker": entry }, folder: target });
  await build({ ...config, plugins: [planting ?? plantedPlugin(), ...(config.plugins ?? [])] });
  return file;
}

export interface RunHooks {
  /** A number of producers other than the app's. */
  readonly producers?: number;
  /** Called when the run is running. */
  readonly during?: (run: Run) => void;
}

/** A thread host in this thread, with main's end of it. Serves one run after another. */
export class RealThreads {
  readonly now: () => number = tieToHrtime(() => performance.now(), process.hrtime.bigint);
  readonly workers = new Set<Worker>();
  readonly #ports: readonly MessagePort[];
  readonly #wire: Wire;
  #runs = 0;

  constructor(workerFile: string) {
    const { port1, port2 } = new MessageChannel();
    this.#ports = [port1, port2];
    this.#wire = wireOf(port1);
    new ThreadHost(wireOf(port2), {
      pid: process.pid,
      processName: "threads",
      now: this.now,
      identBase: () => 2 ** 47 - 4_096,
      boot: (boot, news, gone) => {
        const worker = new Worker(workerFile, { workerData: boot });
        this.workers.add(worker);
        let reason: string | undefined;
        worker.on("message", news);
        worker.on("error", (error: Error) => {
          reason = error.message;
        });
        worker.on("exit", (code) => {
          this.workers.delete(worker);
          gone(reason ?? `it ended with code ${code}`);
        });
        return { post: (adoption) => worker.postMessage(adoption), terminate: () => void worker.terminate() };
      },
      after,
      every: (ms, action) => {
        const timer = setInterval(action, ms);
        return () => clearInterval(timer);
      },
    });
  }

  /** Main's end of the host, for one run. */
  #endpoint(producers = 256): ProducerEndpoint {
    const endpoint: ProducerEndpoint = new ProducerEndpoint({
      mode: "threads",
      wire: this.#wire,
      producerBase: producerId(16),
      producers: producers,
      clock: { id: 0, kind: "hrtime", errorUs: 0 },
      pid: () => process.pid,
      now: this.now,
      // Generous: a machine that is busy elsewhere is no death.
      patience: 5_000,
      kill: (reason) => endpoint.lost(reason),
    });
    return endpoint;
  }

  /** Runs a program to its end. */
  async run(lesson: string, parameters: Parameters = {}, hooks: RunHooks = {}): Promise<Recorded> {
    const journal = new KeptJournal();
    const feed = new KeptFeed();
    const endpoint = this.#endpoint(hooks.producers);
    this.#runs += 1;
    let wasRunning = false;
    const state = await new Promise<RunState>((resolve) => {
      const run: Run = new Run({
        run: this.#runs,
        lesson,
        parameters,
        endpoints: [endpoint],
        recording: {
          pid: process.pid,
          journal,
          feed,
          createAlignment: () => ({ add: () => {}, toMain: (raw) => raw, errorUs: () => 0 }),
        },
        wallClock: () => "2026-01-01T00:00:00.000Z",
        now: this.now,
        after,
        onChange: (changed) => {
          if (changed.phase === "running" && !wasRunning) {
            wasRunning = true;
            hooks.during?.(run);
          }
          if (changed.phase === "ended") resolve(changed);
        },
      });
      run.begin();
    });
    return new Recorded(state, journal, feed);
  }

  /**
   * Has the host call functions for coroutines of a run; returns what came of each call. It has no program, or the calls
   * come when its `program` has ended.
   */
  async serve(
    lesson: string,
    calls: readonly Omit<ThreadCall, "run">[],
    program = false,
  ): Promise<readonly SettledCall[]> {
    const run = ++this.#runs;
    const answers: SettledCall[] = [];
    const endpoint = this.#endpoint();
    const callAll = () => {
      for (const call of calls) endpoint.call({ run, ...call });
    };
    const main = producerId(0);
    const writer = new TraceWriter(main, new Recorder({ producer: main }));
    await new Promise<void>((resolve, reject) => {
      endpoint.prepare(
        run,
        lesson,
        { gil: "on" },
        { program, serves: true },
        {
          prepared: () => {
            endpoint.start(this.now(), new MessageRecorder(writer, laneOf(main, 0), endpoint.processLane, this.now));
            if (!program) callAll();
          },
          settled: (settled) => {
            answers.push(settled);
            if (answers.length === calls.length) endpoint.finish();
          },
          bye: () => resolve(),
          lost: (reason) => reject(new Error(reason)),
          producer: () => {},
          batch: () => {},
          ended: callAll,
          called: () => {},
        },
      );
    });
    return answers;
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
    for (const port of this.#ports) port.close();
  }
}

function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

function wireOf(port: MessagePort): Wire {
  let listener: (message: unknown) => void = () => {};
  port.on("message", (message: unknown) => listener(message));
  return {
    post: (message) => port.postMessage(message),
    // The last one to listen hears: a wire outlives the runs' endpoints here.
    listen: (next) => {
      listener = next;
    },
    close: () => {},
  };
}
