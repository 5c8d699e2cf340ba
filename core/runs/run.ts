/**
 * One run: its modes are prepared, started by one message at one instant (the origin of time), asked to cancel or
 * to stop, and end; then the recording is closed. Main drives it in the app, the command line in a terminal.
 * Invariants: phases follow run-phase.ts; each mode has exactly one outcome; Cancel and Stop mean nothing unless
 * the run is running; a run always ends, also when a producer dies or does not answer.
 */
import type { ModeState, Outcome, Parameters, RunState } from "../contract/run.ts";
import { MessageRecorder } from "../trace/message-recorder.ts";
import { LiveRecording, type LiveRecordingOptions } from "./live-recording.ts";
import { ModeRun } from "./mode-run.ts";
import type { ProducerEndpoint } from "./producer-endpoint.ts";
import { advance, canInterrupt, type RunPhase } from "./run-phase.ts";
import { ThreadCalls } from "./thread-calls.ts";

/** How long the producers may take to get ready, ms: a worker boots in about 45 ms, a process in about 100. */
const preparePatience = 15_000;

export interface RunOptions {
  readonly run: number;
  readonly lesson: string;
  readonly parameters: Parameters;
  /** One a mode, in the order shown. */
  readonly endpoints: readonly ProducerEndpoint[];
  /** Those that run no program but send what a person asks for, so that it is recorded. */
  readonly bystanders?: readonly ProducerEndpoint[];
  /** Whether the coroutines have functions called by the thread host, which then stays until all programs have ended. */
  readonly calls?: boolean;
  readonly recording: Omit<LiveRecordingOptions, "start" | "now" | "after">;
  /** Wall-clock time, ISO 8601. */
  readonly wallClock: () => string;
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  readonly after: (ms: number, action: () => void) => () => void;
  readonly onChange: (state: RunState) => void;
}

/** Threads run as CPython's usually do, one at a time, unless it is asked for without. */
const usualGil = "on";

export class Run {
  readonly number: number;
  readonly #options: RunOptions;
  readonly #modes: readonly ModeRun[];
  readonly #calls: ThreadCalls;
  readonly #bystanders: readonly ModeRun[];
  #phase: RunPhase = "idle";
  #cancelled = false;
  #isFinishing = false;
  #isServerReleased = false;
  #problem: string | undefined;
  #recording: LiveRecording | undefined;
  #disarm: () => void = () => {};

  constructor(options: RunOptions) {
    this.number = options.run;
    this.#options = { ...options, parameters: { gil: usualGil, ...options.parameters } };
    const { endpoints, bystanders = [], calls = false } = options;
    const server = [...endpoints, ...bystanders].find(({ mode }) => mode === "threads");
    this.#calls = new ThreadCalls(calls ? server : undefined);
    this.#modes = endpoints.map((endpoint) => new ModeRun(endpoint, true, this.#calls, () => this.#step()));
    this.#bystanders = bystanders.map((endpoint) => new ModeRun(endpoint, false, this.#calls, () => this.#step()));
  }

  get phase(): RunPhase {
    return this.#phase;
  }

  /** How the run stands, as the page and the command line are told. */
  get state(): RunState {
    const recording = this.#recording;
    const problem = this.#problem ?? recording?.problem;
    return {
      phase: this.#phase,
      lesson: this.#options.lesson,
      modes: this.#modes.map((mode): ModeState => mode.state),
      cancelled: this.#cancelled,
      events: recording?.events ?? 0,
      dropped: recording?.dropped ?? 0,
      errorUs: recording === undefined || !Number.isFinite(recording.errorUs) ? null : recording.errorUs,
      ...(problem === undefined ? {} : { problem }),
    };
  }

  /** Gets every mode ready, then starts them all by one message. */
  begin(): void {
    this.#to("preparing");
    this.#disarm = this.#options.after(preparePatience, () => this.#giveUp());
    for (const each of this.#all) each.prepare(this.number, this.#options.lesson, this.#options.parameters);
  }

  /** A person pressed Cancel: the spinners are stopped, the supervisors still answer. */
  cancel(): void {
    if (!canInterrupt(this.#phase) || this.#isFinishing) return;
    this.#cancelled = true;
    for (const mode of this.#modes) mode.cancel();
    this.#tell();
  }

  /** A person pressed Stop: the run is ended. */
  stop(): void {
    if (!canInterrupt(this.#phase) || this.#isFinishing) return;
    this.#to("stopping");
    for (const mode of this.#modes) {
      mode.stop();
      this.#options.after(mode.endpoint.patience, () => mode.killUnlessDone());
    }
    this.#step();
  }

  /** What the recording of this run is told by main itself, once it has begun. */
  get recording(): LiveRecording | undefined {
    return this.#recording;
  }

  get #all(): readonly ModeRun[] {
    return [...this.#modes, ...this.#bystanders];
  }

  #step(): void {
    this.#releaseServer();
    if (this.#phase === "preparing" && this.#all.every((each) => each.isReady)) this.#start();
    else if (this.#phase !== "ended" && this.#modes.every((mode) => mode.isDone)) this.#finish();
    else this.#tell();
  }

  /** All programs have said how they ended: a thread host that stayed for the coroutines' calls may go. */
  #releaseServer(): void {
    const server = this.#modes.find(({ endpoint }) => this.#calls.isServedBy(endpoint));
    if (server === undefined || this.#isServerReleased || this.#phase === "preparing") return;
    if (!this.#modes.every((mode) => mode.hasEnded)) return;
    this.#isServerReleased = true;
    server.finish();
  }

  /** The programs have ended; the recording ends when the bystanders have said their last, too. */
  #finish(): void {
    if (this.#bystanders.every((each) => each.isDone)) {
      this.#end();
      return;
    }
    if (this.#isFinishing) return;
    this.#isFinishing = true;
    for (const each of this.#bystanders) {
      each.finish();
      this.#options.after(each.endpoint.patience, () => each.killUnlessDone());
    }
    this.#tell();
  }

  #start(): void {
    this.#disarm();
    const { recording: sinks, endpoints, lesson, parameters, now, after } = this.#options;
    const origin = now();
    const clocks = new Map(this.#all.map(({ endpoint }) => [endpoint.clock.id, endpoint.clock]));
    clocks.set(0, { id: 0, kind: "hrtime", errorUs: 0 });
    const recording = new LiveRecording({
      ...sinks,
      now,
      after,
      start: {
        run: this.number,
        lesson,
        modes: endpoints.map((endpoint) => endpoint.mode),
        parameters,
        started: this.#options.wallClock(),
        origin,
        clocks: [...clocks.values()].sort((a, b) => a.id - b.id),
      },
    });
    this.#recording = recording;
    this.#to("running");
    for (const each of this.#all) {
      const peer = each.endpoint.processLane;
      each.start(origin, recording, new MessageRecorder(recording.writer, recording.mainLane, peer, now));
    }
    this.#step();
  }

  #end(): void {
    this.#disarm();
    this.#recording?.end();
    for (const { endpoint } of this.#all) endpoint.release();
    this.#to("ended");
  }

  #giveUp(): void {
    if (this.#phase !== "preparing") return;
    const late = this.#all.filter((each) => !each.isReady);
    this.#problem = `${late.map((mode) => mode.endpoint.mode).join(" and ")} did not get ready within ${preparePatience / 1_000} s. Run again; if it happens again, restart Spinscope.`;
    for (const mode of late) mode.endpoint.kill("it did not get ready");
    if (this.phase !== "ended") this.#end();
  }

  #to(phase: RunPhase): void {
    this.#phase = advance(this.#phase, phase);
    this.#tell();
  }

  #tell(): void {
    this.#options.onChange(this.state);
  }
}

/** The outcomes by mode, for whoever waits for the end. */
export function outcomes(state: RunState): ReadonlyMap<string, Outcome> {
  const list = new Map<string, Outcome>();
  for (const { mode, outcome } of state.modes) if (outcome !== undefined) list.set(mode, outcome);
  return list;
}
