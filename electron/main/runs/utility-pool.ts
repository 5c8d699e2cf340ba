/**
 * The pool of thread hosts: one booted ahead, given out for a run, taken back and used again (each fork costs 100 ms,
 * and on older Electrons a file descriptor for good). Invariants: a host is with one run at most; one that was
 * stopped or died is never given out again; there is a spare unless hosts die as fast as they boot.
 */
import type { ThreadHost } from "./thread-host.ts";

/** Boots that may fail one after another before no more are made ahead: at the next run one is tried again. */
const failuresAllowed = 3;

/** Makes a host; `onGone` is to be called once, when its process has ended. */
export type BootHost = (onGone: (reason: string, asked: boolean) => void) => ThreadHost;

export class UtilityPool {
  readonly #boot: BootHost;
  readonly #idle: ThreadHost[] = [];
  readonly #lent = new Set<ThreadHost>();
  #failures = 0;
  #closed = false;

  constructor(boot: BootHost) {
    this.#boot = boot;
  }

  /** Hosts that are neither dead nor dying. */
  get size(): number {
    return this.#idle.length + this.#lent.size;
  }

  /** Boots the spare, if there is none. */
  warm(): void {
    if (this.#closed || this.size > 0 || this.#failures >= failuresAllowed) return;
    this.#idle.push(this.#make());
  }

  /** A host for one run: the spare, or one that boots now. */
  take(): ThreadHost {
    const host = this.#idle.pop() ?? this.#make();
    this.#lent.add(host);
    return host;
  }

  /** The run is over and the host is as good as new. */
  giveBack(host: ThreadHost): void {
    if (!this.#lent.delete(host)) return;
    this.#failures = 0;
    if (host.child.isUsable && this.#idle.length === 0) this.#idle.push(host);
    else this.retire(host);
    this.warm();
  }

  /** The run was stopped: what is left of it in the host ends with the process. */
  retire(host: ThreadHost): void {
    this.#forget(host);
    host.child.end("the run was stopped");
    this.warm();
  }

  /** Ends every host: the app quits. */
  close(): void {
    this.#closed = true;
    for (const host of [...this.#idle, ...this.#lent]) host.child.end("the app quits");
  }

  #make(): ThreadHost {
    const host = this.#boot((_reason, asked) => {
      if (!asked) this.#failures += 1;
      this.#forget(host);
      this.warm();
    });
    return host;
  }

  #forget(host: ThreadHost): void {
    this.#lent.delete(host);
    const at = this.#idle.indexOf(host);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}
