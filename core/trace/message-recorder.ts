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

  /** `lane` and `peer`: the two process lanes; `now`: this producer's raw clock, µs. */
  constructor(writer: TraceWriter, lane: LaneId, peer: LaneId, now: () => number) {
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
    const producer: ProducerId = this.#writer.producer;
    return [producer, this.#writer.messageSent(this.#now(), this.#lane, this.#peer, channel, bytes)];
  }

  received(id: EventRef, channel: string, bytes: number): void {
    const seq = this.#writer.messageReceived(this.#now(), this.#lane, id[0], id[1], this.#peer, channel, bytes);
    this.#handling = [this.#writer.producer, seq];
  }

  handled(id: EventRef, channel: string): void {
    this.#handling = undefined;
    this.#writer.messageHandled(this.#now(), this.#lane, id[0], id[1], this.#peer, channel);
  }
}
