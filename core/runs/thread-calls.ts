/**
 * The calls of one run that go from its coroutines, through main, to its thread host, and what comes back.
 * Invariant: each call is settled once, also when nobody serves it or who served it is gone.
 */
import type { SettledCall, ThreadCall } from "../contract/thread-call.ts";

/** What calls need of a producer's end. */
export interface CallPeer {
  call(call: ThreadCall): void;
  settle(settled: SettledCall): void;
}

export class ThreadCalls {
  readonly #server: CallPeer | undefined;
  /** Who asked for a call that is not settled. */
  readonly #open = new Map<number, { readonly call: ThreadCall; readonly asker: CallPeer }>();
  #whyNot: string | undefined;

  /** `server`: the thread host that has functions called; undefined when the run has none. */
  constructor(server: CallPeer | undefined) {
    this.#server = server;
    if (server === undefined) this.#whyNot = "this run has no threads: run it with them, or a lesson that calls them";
  }

  isServedBy(endpoint: CallPeer): boolean {
    return this.#server === endpoint;
  }

  called(call: ThreadCall, asker: CallPeer): void {
    if (this.#server === undefined || this.#whyNot !== undefined || this.#open.has(call.call)) {
      const error = `RuntimeError: ${this.#whyNot ?? `call ${call.call} was made before`}`;
      asker.settle({ run: call.run, call: call.call, how: "raised", error });
      return;
    }
    this.#open.set(call.call, { call, asker });
    this.#server.call(call);
  }

  /** What the server says of a call; of one that is not open, nothing. */
  settled(settled: SettledCall): void {
    const open = this.#open.get(settled.call);
    this.#open.delete(settled.call);
    open?.asker.settle(settled);
  }

  /** A producer is gone: if it was the server, its calls come to nothing. */
  lost(endpoint: CallPeer, reason: string): void {
    if (endpoint !== this.#server) return;
    this.#whyNot = reason;
    for (const { call } of [...this.#open.values()]) {
      this.settled({ run: call.run, call: call.call, how: "raised", error: `RuntimeError: ${reason}` });
    }
  }
}
