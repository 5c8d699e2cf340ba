/**
 * The ends of a process that are not the regular one: interrupted twice, terminated, its terminal closed. What must
 * not stay behind is tidied up in each of them.
 */
import type { EventEmitter } from "node:events";

/** Signal numbers: a shell sees 128 and the number. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface EarlyEndsOptions {
  /** The process: it emits the signals, and `exit`. */
  readonly process: EventEmitter & { exit(code: number): void };
  /** Called once, in whatever way the process ends; synchronous. */
  readonly tidyUp: () => void;
}

export class EarlyEnds {
  readonly #process: EarlyEndsOptions["process"];
  readonly #tidyUp: () => void;
  readonly #onExit = () => this.tidyUp();
  readonly #onSignal = (signal: keyof typeof codes) => {
    const interrupt = signal === "SIGINT" ? this.#interrupt : undefined;
    this.#interrupt = undefined;
    if (interrupt?.() !== true) this.#process.exit(codes[signal]);
  };
  #interrupt: (() => boolean) | undefined;
  #isTidy = false;

  constructor({ process, tidyUp }: EarlyEndsOptions) {
    this.#process = process;
    this.#tidyUp = tidyUp;
    process.on("exit", this.#onExit);
    for (const signal of Object.keys(codes)) process.on(signal, this.#onSignal);
  }

  /** What the first interrupt does in place of ending the process; the second one ends it, or the first if `stop` can't. */
  onInterrupt(stop: () => boolean): void {
    this.#interrupt = stop;
  }

  /** Tidies up, and lets signals do again what they do by themselves. */
  tidyUp(): void {
    this.#process.off("exit", this.#onExit);
    for (const signal of Object.keys(codes)) this.#process.off(signal, this.#onSignal);
    if (this.#isTidy) return;
    this.#isTidy = true;
    this.#tidyUp();
  }
}
