/**
 * A run of threads and coroutines on a clock that stands still: main's side is the product's, the producers are
 * driven by hand.
 */
import type { RunState } from "../../core/contract/run.ts";
import { ProducerEndpoint } from "../../core/runs/producer-endpoint.ts";
import { Run, type RunOptions } from "../../core/runs/run.ts";
import { producerId } from "../../core/trace/ids.ts";
import { FakeProducer } from "./fake-producer.ts";
import { ManualTime } from "./manual-time.ts";
import { memoryWires } from "./memory-wire.ts";
import { KeptFeed, KeptJournal } from "./recorded.ts";

type ProgramMode = "threads" | "coroutines";

export class TwoModeRun {
  readonly time = new ManualTime();
  readonly journal = new KeptJournal();
  readonly feed = new KeptFeed();
  readonly killed: string[] = [];
  readonly states: RunState[] = [];
  readonly wires = { threads: memoryWires(), coroutines: memoryWires() };
  readonly threads = new FakeProducer(this.wires.threads, this.time, "threads");
  readonly coroutines = new FakeProducer(this.wires.coroutines, this.time, "coroutines");
  readonly #calls: boolean;
  readonly #createRun: (options: RunOptions) => Run;
  readonly endpoints = { threads: this.#endpoint("threads", 16), coroutines: this.#endpoint("coroutines", 1) };

  /**
   * `createRun`: of the genuine product, or of one with a bug in it. `calls`: whether the coroutines have functions called by
   * the thread host.
   */
  constructor(createRun = (options: RunOptions) => new Run(options), calls = false) {
    this.#createRun = createRun;
    this.#calls = calls;
  }

  /** A run of both modes, or with the page as a bystander beside the threads. */
  run(bystander = false): Run {
    const { threads, coroutines } = this.endpoints;
    return this.#createRun(
      bystander
        ? { ...this.#options(), endpoints: [threads], bystanders: [coroutines] }
        : { ...this.#options(), endpoints: [threads, coroutines] },
    );
  }

  /** A run that has begun, its messages carried over. */
  begun(bystander = false): Run {
    const run = this.run(bystander);
    run.begin();
    this.deliver();
    return run;
  }

  /** Carries messages until every wire is silent. */
  deliver(): void {
    while (this.wires.threads.deliver() || this.wires.coroutines.deliver());
  }

  #options(): Omit<RunOptions, "endpoints"> {
    return {
      run: 1,
      lesson: "one-job-two-ways",
      parameters: { job: 3 },
      calls: this.#calls,
      recording: {
        pid: 42,
        journal: this.journal,
        feed: this.feed,
        createAlignment: () => ({ add: () => {}, toMain: (raw) => raw, errorUs: () => 0 }),
      },
      wallClock: () => "2026-01-01T00:00:00.000Z",
      now: this.time.now,
      after: this.time.after,
      onChange: (state) => this.states.push(state),
    };
  }

  #endpoint(mode: ProgramMode, base: number): ProducerEndpoint {
    return new ProducerEndpoint({
      mode,
      wire: this.wires[mode].near,
      producerBase: producerId(base),
      producers: 8,
      clock: { id: 0, kind: "hrtime", errorUs: 0 },
      pid: () => 7,
      now: this.time.now,
      patience: 500,
      kill: (reason) => this.killed.push(`${mode}: ${reason}`),
    });
  }
}
