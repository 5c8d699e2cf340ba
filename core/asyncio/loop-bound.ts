/**
 * What locks, queues and the like have in common: they belong to the loop that first waited on them. Mirrors
 * `_LoopBoundMixin` of `Lib/asyncio/mixins.py`.
 */
import { addressOf } from "./address.ts";
import { type EventLoop, getRunningLoop } from "./events.ts";
import { RuntimeError } from "./exceptions.ts";

export abstract class LoopBound {
  #loop: EventLoop | null = null;

  /** The running loop. @throws RuntimeError when another loop has waited on this before. */
  protected boundLoop(): EventLoop {
    const running = getRunningLoop();
    this.#loop ??= running;
    if (this.#loop !== running) throw new RuntimeError(`${this} is bound to a different event loop`);
    return running;
  }
}

/** `<asyncio.locks.Lock object at 0x7f0000000010 [locked, waiters:1]>`. */
export function primitiveRepr(object: object, state: string, waiters: number): string {
  const extra = waiters === 0 ? state : `${state}, waiters:${waiters}`;
  return `<asyncio.locks.${object.constructor.name} object at ${addressOf(object)} [${extra}]>`;
}
