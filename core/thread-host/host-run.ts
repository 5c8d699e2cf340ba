/**
 * One run in the thread host: its threads, its own events, its batches on their way to main, from `prepare` to `bye`.
 * Pumps: rings → batches → main every few ms while the program runs, and at once when a thread has ended.
 * Invariants: `bye` is said once, after the last event of every producer; nothing is written after it.
 */
import type { Channel } from "../contract/channel.ts";
import type { fromProducer, toProducer } from "../contract/producer-protocol.ts";
import type { Outcome, Parameters } from "../contract/run.ts";
import type { ThreadCall } from "../contract/thread-call.ts";
import { requestStop } from "../threading/stop-request.ts";
import { markOf } from "../trace/adapters/threading-marks.ts";
import type { Batch } from "../trace/batch.ts";
import { type EventRef, laneOf, makerOf, noLane, noProducer, type ProducerId, producerId } from "../trace/ids.ts";
import { MessageRecorder } from "../trace/message-recorder.ts";
import { Recorder } from "../trace/recorder.ts";
import { TraceWriter } from "../trace/writer.ts";
import { DeclaredFirst } from "./declared-first.ts";
import { Outbox } from "./outbox.ts";
import { RunThreads } from "./run-threads.ts";
import type { ThreadHostPlatform } from "./thread-host-platform.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** How often rings are emptied, ms. */
const pumpEvery = 8;
/** How long workers that are ended may take, ms; one that takes longer is left to the process's own end. */
const endPatience = 300;
/** Main's own process lane: the peer of every message. */
const mainLane = laneOf(producerId(0), 0);

export type HostChannel = Channel<typeof fromProducer, typeof toProducer>;

export interface Preparation {
  readonly run: number;
  readonly lesson: string;
  readonly parameters: Parameters;
  readonly producerBase: ProducerId;
  readonly producers: number;
  readonly epoch: number;
  readonly clock: number;
  /** Whether it has a program of threads. */
  readonly program: boolean;
  /** Whether it has functions called for the run's coroutines, until it is told to finish. */
  readonly serves: boolean;
}

export class HostRun {
  readonly #preparation: Preparation;
  readonly #platform: ThreadHostPlatform;
  readonly #channel: HostChannel;
  readonly #recorder: Recorder;
  readonly #writer: TraceWriter;
  readonly #messages: MessageRecorder;
  readonly #outbox: Outbox;
  readonly #order: DeclaredFirst;
  /** Read from rings, and not yet sent. */
  readonly #read: Batch[] = [];
  #isReading = false;
  readonly #threads: RunThreads;
  readonly #over: () => void;
  #stopPump: () => void = () => {};
  #isRunning = false;
  /** How its program has ended, while it still serves. */
  #outcome: Outcome | undefined;
  #mayFinish = false;
  #finishing: Promise<void> | undefined;
  /** A person's Cancel, and the message it came with: signals made after it are written, too. */
  #cancel: { readonly cause: EventRef | undefined } | undefined;

  /** `over` is called once, after `bye`. */
  constructor(
    preparation: Preparation,
    platform: ThreadHostPlatform,
    channel: HostChannel,
    pool: WorkerPool,
    over: () => void,
  ) {
    const { run, lesson, parameters, producerBase, producers, serves } = preparation;
    const { now, identBase } = platform;
    this.#preparation = preparation;
    this.#platform = platform;
    this.#channel = channel;
    this.#over = over;
    this.#recorder = new Recorder({ producer: producerBase });
    this.#writer = new TraceWriter(producerBase, this.#recorder);
    const processLane = laneOf(producerBase, 0);
    this.#order = new DeclaredFirst((lane) => {
      const nth = makerOf(lane) - producerBase;
      return nth >= 0 && nth < producers;
    });
    this.#outbox = new Outbox({
      declare: (producer) => this.#declare(producer),
      send: (batch) => channel.send("batch", { run, batch }),
    });
    const begin = () => {
      this.#writer.laneCreated(now(), "process", "threads", platform.processName, noLane, noLane);
    };
    this.#messages = new MessageRecorder(this.#writer, processLane, mainLane, now, begin);
    channel.record(this.#messages);
    this.#threads = new RunThreads({
      lesson,
      parameters,
      producerBase,
      producers,
      identBase: identBase(),
      pool,
      writer: this.#writer,
      processLane,
      now,
      onBatches: (batches) => this.#take(batches),
      onReady: () => channel.send("prepared", { run }),
      serves,
      onSettled: (settled) => channel.send("settled", settled),
      onEnded: (outcome) => this.#programEnded(outcome),
    });
    this.#threads.prepare();
  }

  /** Whether a message of that run is for this one, and it is still going on. */
  accepts(run: number): boolean {
    return run === this.#preparation.run && this.#finishing === undefined;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#stopPump = this.#platform.every(pumpEvery, () => this.#pump());
    this.#threads.start(this.#preparation.program);
  }

  /** Has a function called for a coroutine of the run. */
  call(call: ThreadCall): void {
    if (this.#isRunning && this.#preparation.serves) this.#threads.call(call);
  }

  /** Nobody calls any more: it ends with its program, or now. */
  finish(): void {
    this.#mayFinish = true;
    if (this.#outcome !== undefined || !this.#preparation.program) this.#finishing ??= this.#finish("orderly");
  }

  /** Asks the threads to stop: writes the flag of every signal of the run, now and of those still to be made. */
  cancel(): void {
    this.#cancel ??= { cause: this.#messages.handling };
    this.#pump();
  }

  /** Ends the run where it is, if it has not ended. Settled after `bye`. */
  stop(): Promise<void> {
    this.#finishing ??= this.#finish("at once");
    return this.#finishing;
  }

  acknowledge(producer: ProducerId, next: number): void {
    this.#outbox.acknowledge(producer, next);
    if (producer === this.#preparation.producerBase) this.#recorder.acknowledge(next);
  }

  #pump(): void {
    if (this.#cancel !== undefined) this.#writeSignals(this.#cancel.cause);
    this.#threads.tend();
    this.#flush();
  }

  #flush(): void {
    if (!this.#outbox.isFull) this.#send();
  }

  /** What a thread wrote that has ended is sent at once, with all that there is. */
  #take(batches: readonly Batch[]): void {
    this.#read.push(...batches);
    if (!this.#isReading) this.#flush();
  }

  #send(): void {
    this.#isReading = true;
    this.#threads.read();
    this.#isReading = false;
    this.#outbox.send(this.#order.pass([...this.#read.splice(0), ...this.#recorder.flush()]));
  }

  #writeSignals(cause: EventRef | undefined): void {
    const writer = this.#writer;
    const lane = laneOf(writer.producer, 0);
    const [producer, seq] = cause ?? [noProducer, 0];
    requestStop(this.#threads.memory, () =>
      markOf(writer.producer, writer.signalSet(this.#platform.now(), lane, producer, seq)),
    );
  }

  /** One that serves tells of its program's end, and stays. */
  #programEnded(outcome: Outcome): void {
    const { run, serves } = this.#preparation;
    this.#outcome = outcome;
    if (serves && !this.#mayFinish) {
      this.#flush();
      this.#channel.send("ended", { run, outcome });
    } else this.#finishing ??= this.#finish("orderly", outcome);
  }

  /** `how`: at once when a person ended the run. `outcome`: how the program ended, if main was not told yet. */
  async #finish(how: "orderly" | "at once", outcome?: Outcome): Promise<void> {
    const { run } = this.#preparation;
    this.#threads.close();
    if (how === "orderly") this.#flush();
    await this.#workersEnded();
    this.#stopPump();
    if (how === "orderly") this.#threads.endRest();
    if (outcome !== undefined) this.#channel.send("ended", { run, outcome });
    this.#channel.record(undefined);
    this.#send();
    this.#read.push(...this.#recorder.close());
    // What waits for a row that was lost goes with the pass after.
    this.#send();
    this.#send();
    this.#channel.send("bye", { run, last: [...this.#outbox.last] });
    this.#over();
  }

  async #workersEnded(): Promise<void> {
    const deadline = this.#platform.now() + endPatience * 1_000;
    while (this.#threads.isEnding && this.#platform.now() < deadline) {
      await new Promise<void>((resolve) => void this.#platform.after(1, resolve));
    }
  }

  #declare(id: ProducerId): void {
    const { run, producerBase, epoch, clock } = this.#preparation;
    const { pid } = this.#platform;
    const thread = id - producerBase;
    this.#channel.send("producer", {
      run,
      producer: { id, role: "threads", pid, thread, epoch, clock, tail: "known" },
    });
  }
}
