/**
 * One supervised utility process. Invariants: it is marked as going before `kill()` is called, and nothing is posted
 * to it after that (posting to a process that is on its way out crashes main); its end is told once, with whether
 * it was asked for: the exit code does not say, so the intent is kept here. `kill()` before 'spawn' would do nothing:
 * an end that is asked for that early waits for the spawn.
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

type State = "booting" | "alive" | "going" | "gone";

export class UtilityChild {
  /** The name under which the operating system and Electron's events know it. */
  readonly name: string;
  readonly wire: Wire;
  readonly #process: ForkedProcess;
  readonly #onGone: (reason: string, asked: boolean) => void;
  #state: State = "booting";
  #spawned = false;
  #asked: string | undefined;

  /** `onGone` is called once, when the process has ended. */
  constructor(name: string, process: ForkedProcess, onGone: (reason: string, asked: boolean) => void) {
    this.name = name;
    this.#process = process;
    this.#onGone = onGone;
    this.wire = {
      post: (message) => {
        if (this.isUsable) this.#process.postMessage(message);
      },
      listen: (listener) => void this.#process.on("message", listener),
      close: () => {},
    };
    process.on("spawn", () => this.#onSpawn());
    process.on("exit", (code) => this.gone(`it ended with code ${code}`));
  }

  /** Whether messages reach it. */
  get isUsable(): boolean {
    return this.#state === "booting" || this.#state === "alive";
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Ends the process. `reason`: why main wants that. */
  end(reason: string): void {
    if (!this.isUsable) return;
    this.#asked = reason;
    this.#state = "going";
    if (this.#spawned) this.#process.kill();
  }

  /** It is known to be gone: by its 'exit', or by Electron's 'child-process-gone', whichever comes first. */
  gone(how: string): void {
    if (this.#state === "gone") return;
    this.#state = "gone";
    this.#onGone(this.#asked ?? how, this.#asked !== undefined);
  }

  #onSpawn(): void {
    this.#spawned = true;
    if (this.#state === "booting") this.#state = "alive";
    else if (this.#state === "going") this.#process.kill();
  }
}
