/**
 * Main's end of one producer: the thread host in its utility process, or the page. It outlives runs; during one it
 * passes on what the producer says to that run, and drops what an earlier run still has to say.
 * Invariant: a ping is answered at once, whatever else is going on.
 */
import { Channel, type Wire } from "../contract/channel.ts";
import { fromProducer, toProducer } from "../contract/producer-protocol.ts";
import type { Mode, Outcome, Parameters } from "../contract/run.ts";
import type { SettledCall, ThreadCall } from "../contract/thread-call.ts";
import type { Batch } from "../trace/batch.ts";
import type { LaneId, ProducerId } from "../trace/ids.ts";
import { laneOf } from "../trace/ids.ts";
import type { MessageRecorder } from "../trace/message-recorder.ts";
import type { Clock, Producer } from "../trace/producer.ts";
import { type BatchSender, batchFault } from "./batch-fault.ts";

type LastNumbers = readonly { readonly producer: ProducerId; readonly lastSeq: number }[];

/** What a run hears from an endpoint. */
export interface ProducerListener {
  prepared(): void;
  producer(producer: Producer): void;
  batch(batch: Batch): void;
  ended(outcome: Outcome): void;
  /** A coroutine wants a function called in a thread. */
  called(call: ThreadCall): void;
  /** A call that this producer was asked for has come to its end. */
  settled(settled: SettledCall): void;
  bye(last: LastNumbers): void;
  /** The producer is gone and nothing more will come. */
  lost(reason: string): void;
}

export interface EndpointOptions {
  readonly mode: Mode;
  readonly wire: Wire;
  /** First of the producer ids that are this endpoint's to give, and how many. */
  readonly producerBase: ProducerId;
  readonly producers: number;
  readonly clock: Clock;
  /** The producer's process, as the system numbers it. */
  readonly pid: () => number;
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  /** How long it may take to say `bye` after Stop before it is ended by force, ms. */
  readonly patience: number;
  /** Ends the producer by force. The endpoint is told `lost` by whoever sees it die. */
  readonly kill: (reason: string) => void;
  readonly onRefused?: (reason: string) => void;
  /** It has answered a `beat`. */
  readonly onBeat?: () => void;
}

export class ProducerEndpoint {
  readonly mode: Mode;
  readonly clock: Clock;
  readonly patience: number;
  readonly #options: EndpointOptions;
  readonly #channel: Channel<typeof toProducer, typeof fromProducer>;
  readonly #sender: BatchSender;
  /** Producers of this run so far. */
  readonly #declared = new Set<ProducerId>();
  #run = 0;
  #listener: ProducerListener | undefined;
  #lost: string | undefined;

  constructor(options: EndpointOptions) {
    this.mode = options.mode;
    this.clock = options.clock;
    this.patience = options.patience;
    this.#options = options;
    this.#sender = { owns: (producer) => this.owns(producer), runtime: this.mode, clock: this.clock.id };
    this.#channel = new Channel({
      name: `main ⇄ ${options.mode}`,
      wire: options.wire,
      outgoing: toProducer,
      incoming: fromProducer,
      handlers: {
        prepared: ({ run }) => this.#hear(run, undefined, (listener) => listener.prepared()),
        producer: ({ run, producer }) =>
          this.#hear(run, this.#producerFault(producer), (listener) => {
            this.#declared.add(producer.id);
            listener.producer(producer);
          }),
        batch: ({ run, batch }) => this.#hear(run, this.#batchFault(batch), (listener) => listener.batch(batch)),
        ended: ({ run, outcome }) => this.#hear(run, undefined, (listener) => listener.ended(outcome)),
        call: (call) => this.#hear(call.run, this.#callFault(), (listener) => listener.called(call)),
        settled: (call) => this.#hear(call.run, this.#settledFault(), (listener) => listener.settled(call)),
        bye: ({ run, last }) => this.#hear(run, this.#byeFault(last), (listener) => listener.bye(last)),
        ping: ({ raw }) => this.#channel.send("pong", { raw, main: options.now() }),
        beat: () => options.onBeat?.(),
      },
      ...(options.onRefused === undefined ? {} : { onRefused: options.onRefused }),
    });
  }

  /** Tells the run of a message, unless `fault` says that it can't be. What an earlier run still has to say is dropped. */
  #hear(run: number, fault: string | undefined, tell: (listener: ProducerListener) => void): void {
    if (run > this.#run) this.#channel.refuse(`run ${run} has not begun`);
    else if (run < this.#run || this.#listener === undefined) return;
    else if (fault !== undefined) this.#channel.refuse(fault);
    else tell(this.#listener);
  }

  #producerFault({ id, role, clock, tail }: Producer): string | undefined {
    if (!this.owns(id)) return `producer ${id} is another's`;
    if (this.#declared.has(id)) return `producer ${id} was declared before`;
    if (role !== this.mode || clock !== this.clock.id || tail !== "known")
      return `producer ${id} is not as it was told`;
    return undefined;
  }

  #batchFault(batch: Batch): string | undefined {
    const fault = batchFault(batch, this.#sender);
    if (fault !== undefined || this.#declared.has(batch.producer)) return fault;
    return `producer ${batch.producer} was not declared`;
  }

  #byeFault(last: LastNumbers): string | undefined {
    const strange = last.find(
      ({ producer, lastSeq }) => !this.owns(producer) || (lastSeq >= 0 && !this.#declared.has(producer)),
    );
    return strange === undefined ? undefined : `producer ${strange.producer} is another's, or was not declared`;
  }

  #callFault(): string | undefined {
    return this.mode === "coroutines" ? undefined : "only coroutines have functions called";
  }

  #settledFault(): string | undefined {
    return this.mode === "threads" ? undefined : "only threads call functions";
  }

  /** The lane of the producer's process. */
  get processLane(): LaneId {
    return laneOf(this.#options.producerBase, 0);
  }

  /** Refused, received and sent messages. */
  get counts(): Channel<typeof toProducer, typeof fromProducer>["counts"] {
    return this.#channel.counts;
  }

  /** Whether this endpoint gave that producer its id. */
  owns(producer: number): boolean {
    const { producerBase, producers } = this.#options;
    return producer >= producerBase && producer < producerBase + producers;
  }

  /**
   * Makes it this run's, with a program to run or without, and serving the coroutines' calls or not. A producer that is
   * lost already says so at once.
   */
  prepare(
    run: number,
    lesson: string,
    parameters: Parameters,
    part: { readonly program: boolean; readonly serves: boolean },
    listener: ProducerListener,
  ): void {
    this.#run = run;
    this.#declared.clear();
    this.#listener = listener;
    if (this.#lost !== undefined) {
      listener.lost(this.#lost);
      return;
    }
    const { producerBase, producers } = this.#options;
    this.#channel.send("prepare", {
      run,
      lesson,
      parameters,
      producerBase,
      producers,
      epoch: 0,
      clock: this.clock.id,
      pid: this.#options.pid(),
      ...part,
    });
  }

  start(origin: number, recorder: MessageRecorder): void {
    this.#channel.record(recorder);
    this.#channel.send("start", { run: this.#run, origin });
  }

  cancel(): void {
    this.#channel.send("cancel", { run: this.#run });
  }

  stop(): void {
    this.#channel.send("stop", { run: this.#run });
  }

  call(call: ThreadCall): void {
    this.#channel.send("call", call);
  }

  settle(settled: SettledCall): void {
    this.#channel.send("settled", settled);
  }

  finish(): void {
    this.#channel.send("finish", { run: this.#run });
  }

  acknowledge(producer: ProducerId, next: number): void {
    this.#channel.send("acknowledge", { producer, next });
  }

  /** Asks for a sign of life: `onBeat` follows, unless its thread is blocked. */
  beat(): void {
    this.#channel.send("beat", {});
  }

  /** The run is over: what still comes of it is dropped. */
  release(): void {
    this.#channel.record(undefined);
    this.#listener = undefined;
  }

  kill(reason: string): void {
    this.#options.kill(reason);
  }

  /** Its process or port is gone. */
  lost(reason: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = reason;
    this.#channel.close();
    this.#listener?.lost(reason);
  }
}
