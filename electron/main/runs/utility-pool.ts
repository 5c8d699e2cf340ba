/**
 * The pool of thread hosts: one booted ahead, given out for a run, taken back and used again (each fork costs 100 ms,
 * and on older Electrons a file descriptor for good). Invariants: a host is with one run at most; one that was
 * stopped, died or does not answer is never given out again; there is a spare, unless hosts die as fast as they boot: then
 * none is booted ahead any more, that is said, and the next run tries again.
 */
import type { RestartPolicy } from "../supervision/restart-policy.ts";
import type { ThreadHost, ThreadHostListener } from "./thread-host.ts";

/** How long a spare host may be silent before it is replaced, ms: a busy machine makes one silent for a while. */
const sparePatience = 5_000;

/** Makes a host, and tells the listener what becomes of it. */
export type BootHost = (listener: ThreadHostListener) => ThreadHost;

export interface UtilityPoolOptions {
  readonly boot: BootHost;
  readonly restarts: RestartPolicy;
  readonly after: (ms: number, action: () => void) => () => void;
  /** A host that is with a run has not answered for so many µs; undefined: it answers again, or is gone. */
  readonly onSilence: (host: ThreadHost, silence: number | undefined) => void;
  /** No spare is booted any more, with the reason of the last death; undefined: a host has booted. */
  readonly onExhausted: (reason: string | undefined) => void;
}

export class UtilityPool {
  readonly #options: UtilityPoolOptions;
  readonly #idle: ThreadHost[] = [];
  readonly #lent = new Set<ThreadHost>();
  #isWaiting = false;
  #isExhausted = false;
  #closed = false;

  constructor(options: UtilityPoolOptions) {
    this.#options = options;
  }

  /** Hosts that are neither dead nor dying. */
  get size(): number {
    return this.#idle.length + this.#lent.size;
  }

  /** Boots the spare, if there is none. */
  warm(): void {
    if (this.#closed || this.#isWaiting || this.#isExhausted || this.size > 0) return;
    this.#idle.push(this.#make());
  }

  /** A host for one run: the spare, or one that boots now. */
  take(): ThreadHost {
    const host = this.#spare() ?? this.#make();
    this.#lent.add(host);
    return host;
  }

  /** The run is over and the host is as good as new. */
  giveBack(host: ThreadHost): void {
    if (!this.#lent.delete(host)) return;
    this.#options.restarts.forget();
    if (host.child.isUsable && this.#idle.length === 0) this.#idle.push(host);
    else this.retire(host);
    this.warm();
  }

  /** The run was stopped: what is left of it in the host ends with the process. */
  retire(host: ThreadHost): void {
    this.#end(host, "the run was stopped");
    this.warm();
  }

  /** Ends every host: the app quits. */
  close(): void {
    this.#closed = true;
    for (const host of [...this.#idle, ...this.#lent]) host.child.end("the app quits");
  }

  #spare(): ThreadHost | undefined {
    const spare = this.#idle.pop();
    if (spare?.heartbeat.isSilent !== true) return spare;
    this.#end(spare, "it did not answer");
    return undefined;
  }

  #make(): ThreadHost {
    const host: ThreadHost = this.#options.boot({
      onGone: (reason, asked) => this.#gone(host, reason, asked),
      onSilent: (silence) => this.#silent(host, silence),
      onAnswering: () => this.#answering(host),
    });
    return host;
  }

  /** A death in a run is that run's; one of a host that nobody used yet would be the next one's, too. */
  #gone(host: ThreadHost, reason: string, asked: boolean): void {
    const isFailure = !asked && (!this.#lent.has(host) || !host.heartbeat.hasAnswered);
    this.#forget(host);
    this.#options.onSilence(host, undefined);
    if (isFailure) this.#failed(reason);
    else this.warm();
  }

  #failed(reason: string): void {
    const delay = this.#options.restarts.died();
    if (delay === undefined) {
      this.#isExhausted = true;
      this.#options.onExhausted(reason);
      return;
    }
    this.#isWaiting = true;
    this.#options.after(delay, () => {
      this.#isWaiting = false;
      this.warm();
    });
  }

  /** A host that is with a run is left to the person: its programs may still run. A spare is replaced. */
  #silent(host: ThreadHost, silence: number): void {
    if (this.#lent.has(host)) {
      this.#options.onSilence(host, silence);
      return;
    }
    this.#options.after(host.heartbeat.hasAnswered ? sparePatience : 0, () => {
      if (!this.#idle.includes(host) || !host.heartbeat.isSilent) return;
      this.#end(host, "it did not answer");
      this.#failed("it did not answer");
    });
  }

  #answering(host: ThreadHost): void {
    this.#options.onSilence(host, undefined);
    if (!this.#isExhausted) return;
    this.#isExhausted = false;
    this.#options.onExhausted(undefined);
  }

  #end(host: ThreadHost, reason: string): void {
    this.#forget(host);
    host.heartbeat.stop();
    host.child.end(reason);
  }

  #forget(host: ThreadHost): void {
    this.#lent.delete(host);
    const at = this.#idle.indexOf(host);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}
