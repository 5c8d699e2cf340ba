/**
 * One supervised utility process. Invariants: it is marked as going before `kill()` is called, and nothing is posted
 * to it after that (posting to a process that is on its way out crashes main); its end is told once, with whether
 * it was asked for: the exit code does not say, so the intent is kept here; and with a crash's reason, if it was one. `kill()` before 'spawn' would do nothing:
 * an end that is asked for that early waits for the spawn. One that `kill()` does not end, because it was suspended, is
 * ended by a signal that nothing can hold up; so whoever waits for its end waits a second at most.
 */
import type { Wire } from "../../../core/contract/channel.ts";

/** The part of Electron's `UtilityProcess` that is used here. */
export interface ForkedProcess {
  readonly pid: number | undefined;
  postMessage(message: unknown): void;
  kill(): boolean;
  on(event: "spawn", listener: () => void): unknown;
  on(event: "message", listener: (message: unknown) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
}

/** How long `kill()` may take before it is done by force, ms: it takes about 10, and never works on what is suspended. */
const killPatience = 250;
/** How long force may take before the process is given up, ms. */
const forcePatience = 750;

/** How long after a process's exit Electron may say that it was a crash, ms. */
const crashPatience = 30;

export interface UtilityChildOptions {
  /** The name under which the operating system and Electron's events know it. */
  readonly name: string;
  readonly process: ForkedProcess;
  readonly after: (ms: number, action: () => void) => () => void;
  /** Ends the process of that id, whatever it does or is kept from doing. */
  readonly force: (pid: number) => void;
  /** Called once, when the process has ended; `asked`: main had ended it. */
  readonly onGone: (reason: string, asked: boolean) => void;
}

type State = "booting" | "alive" | "going" | "exited" | "gone";

export class UtilityChild {
  readonly name: string;
  readonly wire: Wire;
  readonly #options: UtilityChildOptions;
  #state: State = "booting";
  #spawned = false;
  #asked: string | undefined;

  constructor(options: UtilityChildOptions) {
    const { name, process } = options;
    this.name = name;
    this.#options = options;
    this.wire = {
      post: (message) => {
        if (this.isUsable) process.postMessage(message);
      },
      listen: (listener) => void process.on("message", listener),
      close: () => {},
    };
    process.on("spawn", () => this.#onSpawn());
    process.on("exit", (code) => this.#onExit(code));
  }

  /** Whether messages reach it. */
  get isUsable(): boolean {
    return this.#state === "booting" || this.#state === "alive";
  }

  get pid(): number | undefined {
    return this.#options.process.pid;
  }

  /** Ends the process. `reason`: why main wants that. */
  end(reason: string): void {
    if (!this.isUsable) return;
    this.#asked = reason;
    this.#state = "going";
    if (this.#spawned) this.#kill();
  }

  /** It is known to be gone, and how. */
  gone(how: string): void {
    if (this.#state === "gone") return;
    this.#state = "gone";
    this.#options.onGone(this.#asked ?? how, this.#asked !== undefined);
  }

  #onSpawn(): void {
    this.#spawned = true;
    if (this.#state === "booting") this.#state = "alive";
    else if (this.#state === "going") this.#kill();
  }

  /** A crash has its reason in 'child-process-gone', which may come after 'exit'; an end of its own has only this. */
  #onExit(code: number): void {
    if (this.#state === "gone" || this.#state === "exited") return;
    if (this.#asked !== undefined) {
      this.gone(this.#asked);
      return;
    }
    this.#state = "exited";
    this.#options.after(crashPatience, () => this.gone(`it ended by itself with code ${code}`));
  }

  #kill(): void {
    const { process, after } = this.#options;
    process.kill();
    after(killPatience, () => this.#force());
  }

  #force(): void {
    const { process, after, force } = this.#options;
    // While its end has not been told, its id is still its own.
    if (this.#state === "gone" || process.pid === undefined) return;
    force(process.pid);
    after(forcePatience, () => this.gone("it could not be ended"));
  }
}
