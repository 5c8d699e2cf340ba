/**
 * One end of a channel, as the trace sees it: writes `message.sent`, `message.received`, `message.handled` on
 * its own process lane, and names the message that is being handled, so that what a handler does can say why.
 */
import type { EventRef, LaneId, ProducerId } from "./ids.ts";
import type { TraceWriter } from "./writer.ts";

export class MessageRecorder {
  readonly #writer: TraceWriter;
  readonly #lane: LaneId;
  readonly #peer: LaneId;
  readonly #now: () => number;
  #handling: EventRef | undefined;
  #begin: (() => void) | undefined;

  /**
   * `lane` and `peer`: the two process lanes; `now`: this producer's raw clock, µs; `begin` is called once, before
   * the first write: a producer's recording begins with the message that starts it.
   */
  constructor(writer: TraceWriter, lane: LaneId, peer: LaneId, now: () => number, begin?: () => void) {
    this.#begin = begin;
    this.#writer = writer;
    this.#lane = lane;
    this.#peer = peer;
    this.#now = now;
  }

  /** The `message.received` event of the message whose handler runs now. */
  get handling(): EventRef | undefined {
    return this.#handling;
  }

  /** Returns the message's id, to travel with it. */
  sent(channel: string, bytes: number): EventRef {
    this.#open();
    const producer: ProducerId = this.#writer.producer;
    return [producer, this.#writer.messageSent(this.#now(), this.#lane, this.#peer, channel, bytes)];
  }

  received(id: EventRef, channel: string, bytes: number): void {
    this.#open();
    const seq = this.#writer.messageReceived(this.#now(), this.#lane, id[0], id[1], this.#peer, channel, bytes);
    this.#handling = [this.#writer.producer, seq];
  }

  handled(id: EventRef, channel: string): void {
    this.#handling = undefined;
    this.#writer.messageHandled(this.#now(), this.#lane, id[0], id[1], this.#peer, channel);
  }

  #open(): void {
    const begin = this.#begin;
    this.#begin = undefined;
    begin?.();
  }
}
