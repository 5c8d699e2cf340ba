/**
 * Invariants: no message is received before it was sent, within the stated clock error, nor handled before it was
 * received; a message is sent, received and handled once.
 */
import { toNanos } from "../clock/row-times.ts";
import type { TraceEvent } from "../event.ts";
import { type CheckContext, type Place, placeText, refKey } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

const name = "messages";

interface Message {
  sent?: Place;
  received?: Place;
}

export class MessagesInvariant implements Invariant {
  readonly #context: CheckContext;
  /** Messages that were not handled yet. */
  readonly #messages = new Map<number, Message>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  known(event: TraceEvent): void {
    if (event.kind === "message.sent") this.#sent(refKey(event.id), this.#context.place(event));
    else if (event.kind === "message.received") this.#received(refKey(event.id), this.#context.place(event));
    else if (event.kind === "message.handled") this.#handled(refKey(event.id), this.#context.place(event));
  }

  end(): void {
    if (this.#context.hasLosses) return;
    for (const { sent, received } of this.#messages.values()) {
      if (sent !== undefined || received === undefined) continue;
      this.#context.breach(name, `${placeText(received)} receives a message that was never sent`);
    }
  }

  #sent(id: number, place: Place): void {
    const message = this.#message(id);
    if (message.sent !== undefined) this.#context.breach(name, `${placeText(place)} sends a message a second time`);
    message.sent = place;
    this.#compare(message);
  }

  #received(id: number, place: Place): void {
    const message = this.#message(id);
    if (message.received !== undefined) {
      this.#context.breach(name, `${placeText(place)} receives a message a second time`);
    }
    message.received = place;
    this.#compare(message);
  }

  #handled(id: number, place: Place): void {
    const received = this.#messages.get(id)?.received;
    if (received === undefined) {
      if (!this.#context.hasLosses) {
        this.#context.breach(name, `${placeText(place)} handles a message that was not received before`);
      }
      return;
    }
    // A sender whose clock seems late may still say that it sent it.
    if (this.#messages.get(id)?.sent !== undefined) this.#messages.delete(id);
  }

  #compare({ sent, received }: Message): void {
    if (sent === undefined || received === undefined) return;
    const early = sent.t - received.t;
    const allowed = this.#context.tolerance(sent.p, received.p);
    if (early <= allowed) return;
    this.#context.breach(
      name,
      `${placeText(received)} receives a message ${toNanos(early)} µs before it was sent (${placeText(sent)}); the clocks' error allows ${allowed} µs`,
    );
  }

  #message(id: number): Message {
    let message = this.#messages.get(id);
    if (message === undefined) {
      message = {};
      this.#messages.set(id, message);
    }
    return message;
  }
}
