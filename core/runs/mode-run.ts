/**
 * One mode of one run, as main sees it: preparing → ready → running → ended → done, or lost on the way. `ended`
 * is the program's own word; `done` means that nothing more of this producer will come, by its `bye` or its death.
 */
import type { ModeState, Outcome, Parameters } from "../contract/run.ts";
import type { SettledCall, ThreadCall } from "../contract/thread-call.ts";
import type { Batch } from "../trace/batch.ts";
import type { ProducerId } from "../trace/ids.ts";
import type { MessageRecorder } from "../trace/message-recorder.ts";
import type { Producer } from "../trace/producer.ts";
import type { LiveRecording } from "./live-recording.ts";
import type { ProducerEndpoint, ProducerListener } from "./producer-endpoint.ts";
import type { ThreadCalls } from "./thread-calls.ts";

export class ModeRun implements ProducerListener {
  readonly endpoint: ProducerEndpoint;
  /** False for a producer that only records what it sends: the page beside threads. */
  readonly hasProgram: boolean;
  isReady = false;
  isDone = false;
  #running = false;
  #stopped = false;
  #outcome: Outcome | undefined;
  #recording: LiveRecording | undefined;
  readonly #changed: () => void;
  readonly #calls: ThreadCalls;

  constructor(endpoint: ProducerEndpoint, hasProgram: boolean, calls: ThreadCalls, changed: () => void) {
    this.endpoint = endpoint;
    this.hasProgram = hasProgram;
    this.#calls = calls;
    this.#changed = changed;
  }

  /** Whether its program has said how it ended, or nothing more will come of it. */
  get hasEnded(): boolean {
    return this.#outcome !== undefined || this.isDone;
  }

  get state(): ModeState {
    const phase = this.isDone ? "ended" : this.#running ? "running" : "preparing";
    return { mode: this.endpoint.mode, phase, ...(this.#outcome === undefined ? {} : { outcome: this.#outcome }) };
  }

  prepare(run: number, lesson: string, parameters: Parameters): void {
    const part = { program: this.hasProgram, serves: this.#calls.isServedBy(this.endpoint) };
    this.endpoint.prepare(run, lesson, parameters, part, this);
  }

  start(origin: number, recording: LiveRecording, recorder: MessageRecorder): void {
    this.#recording = recording;
    if (this.isDone) return;
    this.#running = true;
    this.endpoint.start(origin, recorder);
  }

  cancel(): void {
    if (!this.isDone && this.hasProgram) this.endpoint.cancel();
  }

  /** Every program has ended. */
  finish(): void {
    if (!this.isDone) this.endpoint.finish();
  }

  stop(): void {
    if (this.isDone || !this.hasProgram) return;
    this.#stopped = true;
    this.endpoint.stop();
  }

  /** It was not answered in time: the producer is ended by force. */
  killUnlessDone(): void {
    if (this.isDone) return;
    this.endpoint.kill("it did not answer in time");
  }

  prepared(): void {
    this.isReady = true;
    this.#changed();
  }

  producer(producer: Producer): void {
    if (!this.isDone) this.#recording?.addProducer(producer);
  }

  batch(batch: Batch): void {
    if (this.#recording === undefined || this.isDone) return;
    this.endpoint.acknowledge(batch.producer, this.#recording.admit(batch));
  }

  ended(outcome: Outcome): void {
    this.#outcome ??= outcome;
    this.#changed();
  }

  called(call: ThreadCall): void {
    this.#calls.called(call, this.endpoint);
  }

  settled(settled: SettledCall): void {
    this.#calls.settled(settled);
  }

  bye(last: readonly { readonly producer: ProducerId; readonly lastSeq: number }[]): void {
    if (this.isDone) return;
    for (const { producer, lastSeq } of last) {
      if (!this.endpoint.owns(producer)) continue;
      this.#recording?.close(producer, lastSeq);
      this.endpoint.acknowledge(producer, lastSeq + 1);
    }
    if (this.#stopped) this.#abandon("the run was stopped");
    this.#outcome ??= { how: "stopped" };
    this.isDone = true;
    this.#changed();
  }

  lost(reason: string): void {
    if (this.isDone) return;
    const owns = (producer: number) => this.endpoint.owns(producer);
    this.#calls.lost(this.endpoint, reason);
    this.#recording?.loseTails(owns);
    this.#recording?.endLanes(owns, "abandoned", reason);
    this.#outcome ??= this.#stopped ? { how: "stopped", error: reason } : { how: "lost", error: reason };
    this.isReady = true;
    this.isDone = true;
    this.#changed();
  }

  /** A stopped thread host ends with threads that never got to their own end; its process lane goes with them. */
  #abandon(reason: string): void {
    if (this.endpoint.mode === "coroutines") return;
    this.#recording?.endLanes((producer) => this.endpoint.owns(producer), "abandoned", reason);
  }
}
