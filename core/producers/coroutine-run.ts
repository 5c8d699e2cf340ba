/**
 * One run of a coroutine program, from `prepare` to `bye`: its loop, its events, its console. Nothing runs before
 * `start`; at the end the loop is shut down as `asyncio.run` does it.
 * Invariants: it says `ended` and `bye` once each, in this order; a run that was given up says nothing more.
 */
import { allTasks, type EventLoop } from "../asyncio/events.ts";
import { CancelledError } from "../asyncio/exceptions.ts";
import { dropUnawaited } from "../asyncio/never-awaited.ts";
import { setEventLoop } from "../asyncio/policy.ts";
import { shutdown } from "../asyncio/runners.ts";
import type { Outcome, Parameters } from "../contract/run.ts";
import type { SettledCall } from "../contract/thread-call.ts";
import { setConsoleSink } from "../programs/console.ts";
import { setLineSink } from "../programs/mark.ts";
import { AsyncioAdapter } from "../trace/adapters/asyncio-adapter.ts";
import { errorText, jsonValue } from "../trace/adapters/recorded-values.ts";
import { type EventRef, laneOf, noLane, type ProducerId, producerId } from "../trace/ids.ts";
import { MessageRecorder } from "../trace/message-recorder.ts";
import { TaskWriter } from "../trace/task-writer.ts";
import type { ClockPings } from "./clock-pings.ts";
import type { CoroutineEnvironment } from "./coroutine-environment.ts";
import { HostExecutor } from "./host-executor.ts";
import { Outbox, type ProducerChannel } from "./outbox.ts";

const mainLane = laneOf(producerId(0), 0);
/** The coroutine that a person's Cancel is meant for, by the lessons' custom. */
const spinnerName = "spin";

export interface CoroutinePreparation {
  readonly run: number;
  readonly lesson: string;
  readonly parameters: Parameters;
  readonly producerBase: ProducerId;
  readonly epoch: number;
  readonly clock: number;
  readonly pid: number;
  /** Whether it runs the lesson's program, or only records what the page sends. */
  readonly program: boolean;
}

export class CoroutineRun {
  readonly outbox: Outbox;
  readonly messages: MessageRecorder;
  readonly #preparation: CoroutinePreparation;
  readonly #environment: CoroutineEnvironment;
  readonly #channel: ProducerChannel;
  readonly #pings: ClockPings;
  readonly #writer: TaskWriter;
  readonly #executor: HostExecutor;
  #loop: EventLoop | undefined;
  #stopped = false;
  #isRecording = false;
  #isOver = false;

  constructor(
    preparation: CoroutinePreparation,
    environment: CoroutineEnvironment,
    channel: ProducerChannel,
    pings: ClockPings,
  ) {
    const { run, producerBase } = preparation;
    this.#preparation = preparation;
    this.#environment = environment;
    this.#channel = channel;
    this.#pings = pings;
    this.#executor = new HostExecutor((call) => channel.send("call", { run, ...call }));
    this.outbox = new Outbox({ run, producer: producerBase, channel, after: environment.after });
    this.#writer = new TaskWriter(producerBase, this.outbox.recorder);
    this.messages = new MessageRecorder(this.#writer, this.#processLane, mainLane, environment.now, () => this.#open());
  }

  get run(): number {
    return this.#preparation.run;
  }

  /** Starts the program. `origin`: zero on the timeline, on main's clock, µs. */
  start(origin: number): void {
    const { createLoop, now, programs } = this.#environment;
    const { lesson, parameters } = this.#preparation;
    this.#pings.begin(origin, ({ raw, main, rtt }) => {
      this.#writer.clock(now(), this.#processLane, this.#preparation.clock, raw, main, rtt);
    });
    this.#isRecording = true;
    if (!this.#preparation.program) return;
    const loop = createLoop();
    const adapter = new AsyncioAdapter(this.#writer, this.#processLane, now);
    loop.observer = adapter;
    loop.setDefaultExecutor(this.#executor);
    this.#loop = loop;
    // What was made before it is no business of this run.
    dropUnawaited(loop);
    setEventLoop(loop);
    setConsoleSink((text, stream) => adapter.output(text, stream));
    setLineSink((code, line) => void this.#writer.line(now(), adapter.currentLane, code.file, line));
    const program = Object.hasOwn(programs, lesson) ? programs[lesson] : undefined;
    if (program === undefined) {
      void this.#finish({ how: "raised", error: `lesson "${lesson}" has no coroutine program: pick one that has` });
      return;
    }
    this.#drive(program.main, parameters).then((outcome) => this.#finish(outcome));
  }

  /** A person pressed Cancel: the spinners' tasks are cancelled, whoever awaits them goes on. */
  cancel(): void {
    for (const task of this.#tasks()) if (task.getCoro().name === spinnerName) task.cancel();
  }

  /** A person pressed Stop: the main task is cancelled; the rest follows when it has ended. */
  stop(): void {
    this.#stopped = true;
    this.#tasks()[0]?.cancel();
  }

  /** The thread host says what came of a call. */
  settled(settled: SettledCall): void {
    if (!this.#isOver) this.#executor.settled(settled);
  }

  /** Every program of the run has ended, and this one has none. */
  finish(): void {
    if (this.#isOver || this.#preparation.program) return;
    this.#isOver = true;
    this.#pings.stop();
    this.outbox.bye();
  }

  /** Main listens no more: what runs is left where it stands. */
  giveUp(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#pings.stop();
    this.outbox.close();
    this.#loop?.abandon();
    this.#release();
  }

  /** The event that a request of the page to main begins with, while this run records. */
  sent(type: string, bytes: number): EventRef | undefined {
    return this.#isRecording && !this.#isOver ? this.messages.sent(type, bytes) : undefined;
  }

  get #processLane() {
    return laneOf(this.#preparation.producerBase, 0);
  }

  #tasks() {
    return this.#loop === undefined || this.#isOver ? [] : allTasks(this.#loop);
  }

  /** Before this producer's first event. */
  #open(): void {
    const { run, producerBase, epoch, clock, pid } = this.#preparation;
    const producer = { id: producerBase, role: "coroutines", pid, thread: 0, epoch, clock, tail: "known" } as const;
    this.#channel.send("producer", { run, producer });
    const name = this.#environment.processName(pid);
    this.#writer.laneCreated(this.#environment.now(), "process", "coroutines", name, noLane, noLane);
  }

  async #drive(main: (parameters: Parameters) => Promise<unknown>, parameters: Parameters): Promise<Outcome> {
    try {
      return { how: "returned", value: jsonValue(await main(parameters)) ?? null };
    } catch (error) {
      if (this.#stopped && error instanceof CancelledError) return { how: "stopped" };
      return { how: "raised", error: errorText(error, String) };
    }
  }

  async #finish(outcome: Outcome): Promise<void> {
    if (this.#isOver) return;
    await this.#shutdown();
    if (this.#isOver) return;
    this.#isOver = true;
    this.#release();
    this.#pings.stop();
    this.#channel.send("ended", { run: this.run, outcome });
    this.outbox.bye();
  }

  async #shutdown(): Promise<void> {
    try {
      if (this.#loop !== undefined) await shutdown(this.#loop);
    } catch (error) {
      // Given up meanwhile, it was stopped before the rest had ended.
      if (!this.#isOver) throw error;
    }
  }

  #release(): void {
    setConsoleSink(null);
    setLineSink(null);
    setEventLoop(null);
  }
}
