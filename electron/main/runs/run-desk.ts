/**
 * Where runs are asked for: the page and the menu come here. It finds the producers for the modes asked for, and has
 * one run at a time. Invariant: Cancel and Stop mean something only while a run is running; before and after they
 * change nothing.
 */
import { payloadBytes } from "../../../core/contract/envelope.ts";
import type { Answer } from "../../../core/contract/page-protocol.ts";
import type { RunRequest, RunState } from "../../../core/contract/run.ts";
import type { ProducerEndpoint } from "../../../core/runs/producer-endpoint.ts";
import { Run, type RunOptions } from "../../../core/runs/run.ts";
import { type EventRef, laneOf } from "../../../core/trace/ids.ts";
import { MessageRecorder } from "../../../core/trace/message-recorder.ts";
import type { ThreadHost } from "./thread-host.ts";
import type { UtilityPool } from "./utility-pool.ts";

const idle: RunState = {
  phase: "idle",
  lesson: "",
  modes: [],
  cancelled: false,
  events: 0,
  dropped: 0,
  errorUs: null,
};

export interface RunDeskOptions {
  readonly pool: UtilityPool;
  /** Main's monotonic clock, µs. */
  readonly now: () => number;
  /** The connected page as a producer. */
  readonly page: () => ProducerEndpoint | undefined;
  /** Everything a run needs that is the same for each, and the sinks made for this one. */
  readonly runOptions: (
    run: number,
  ) => Omit<RunOptions, "run" | "lesson" | "parameters" | "endpoints" | "calls" | "onChange">;
  readonly onState: (state: RunState) => void;
}

export class RunDesk {
  readonly #options: RunDeskOptions;
  #run: Run | undefined;
  #state: RunState = idle;
  #runs = 0;

  constructor(options: RunDeskOptions) {
    this.#options = options;
  }

  /** How the present run stands, or the last one. */
  get state(): RunState {
    return this.#state;
  }

  /** Begins a run; the answer says why not. */
  start(request: RunRequest): Answer {
    if (this.#state.phase !== "idle" && this.#state.phase !== "ended") {
      return { ok: false, problem: "A run is on. Stop it, or wait for its end, and run again." };
    }
    if (!/^[a-z0-9-]+$/.test(request.lesson)) {
      return { ok: false, problem: `No lesson is called ${JSON.stringify(request.lesson)}.` };
    }
    const page = this.#options.page();
    const modes = new Set(request.modes);
    if (modes.has("processes"))
      return { ok: false, problem: "Processes can't be run yet: choose threads or coroutines." };
    if (modes.has("coroutines") && page === undefined) {
      return { ok: false, problem: "The page that runs the coroutines is not connected. Try again in a moment." };
    }
    const calls = request.calls === true && modes.has("coroutines");
    const host = modes.has("threads") || calls ? this.#options.pool.take() : undefined;
    const endpoints: ProducerEndpoint[] = [];
    const bystanders: ProducerEndpoint[] = [];
    if (host !== undefined) (modes.has("threads") ? endpoints : bystanders).push(host.endpoint);
    if (modes.has("coroutines") && page !== undefined) endpoints.push(page);
    if (!modes.has("coroutines") && page !== undefined) bystanders.push(page);
    this.#begin(request, endpoints, bystanders, host);
    return { ok: true };
  }

  /** A person pressed Cancel. `sent` names the page's own record of it. */
  cancel(sent?: EventRef): void {
    this.#heard("run.cancel", sent, () => this.#run?.cancel());
  }

  /** A person pressed Stop. */
  stop(sent?: EventRef): void {
    this.#heard("run.stop", sent, () => this.#run?.stop());
  }

  #begin(
    request: RunRequest,
    endpoints: readonly ProducerEndpoint[],
    bystanders: readonly ProducerEndpoint[],
    host: ThreadHost | undefined,
  ): void {
    this.#runs += 1;
    let stopped = false;
    const run = new Run({
      ...this.#options.runOptions(this.#runs),
      run: this.#runs,
      lesson: request.lesson,
      parameters: request.parameters,
      endpoints,
      bystanders,
      calls: request.calls === true,
      onChange: (state) => {
        stopped ||= state.phase === "stopping";
        if (state.phase === "ended" && this.#state.phase !== "ended") this.#takeBack(host, stopped);
        this.#state = state;
        this.#options.onState(state);
      },
    });
    this.#run = run;
    this.#state = idle;
    run.begin();
  }

  #takeBack(host: ThreadHost | undefined, stopped: boolean): void {
    if (host === undefined) return;
    if (stopped) this.#options.pool.retire(host);
    else this.#options.pool.giveBack(host);
  }

  /** Records that the page's message arrived and was handled, if it named one of its own events. */
  #heard(type: string, sent: EventRef | undefined, action: () => void): void {
    const recording = this.#run?.recording;
    const isPages = sent !== undefined && this.#options.page()?.owns(sent[0]) === true;
    if (recording === undefined || this.#state.phase !== "running" || sent === undefined || !isPages) {
      action();
      return;
    }
    const recorder = new MessageRecorder(recording.writer, recording.mainLane, laneOf(sent[0], 0), this.#options.now);
    recorder.received(sent, type, payloadBytes({}));
    action();
    recorder.handled(sent, type);
  }
}
