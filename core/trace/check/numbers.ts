/**
 * Invariant: numbers of a producer are 0, 1, 2 … or covered by gaps, and none comes twice.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { ProducerId } from "../ids.ts";
import { type CheckContext, placeText } from "./check-context.ts";
import { Holes } from "./holes.ts";
import type { Invariant } from "./invariant.ts";

const name = "numbers";

interface Numbers {
  next: number;
  /** Numbers not seen yet below the next expected one. */
  readonly holes: Holes;
}

export class NumbersInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #producers = new Map<ProducerId, Numbers>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  any(event: AnyEvent): void {
    const numbers = this.#numbers(event.p);
    const last = isKnown(event) && event.kind === "gap" ? event.to : event.s;
    if (last < event.s) {
      this.#context.breach(name, `${this.#where(event)} is a gap that ends before it begins, at ${last}`);
      return;
    }
    if (event.s >= numbers.next) {
      if (event.s > numbers.next) numbers.holes.push({ from: numbers.next, to: event.s - 1 });
      numbers.next = last + 1;
      return;
    }
    if (numbers.holes.fill(event.s, last)) return;
    this.#context.breach(name, `${this.#where(event)}: number ${event.s} of producer ${event.p} comes twice`);
  }

  end(): void {
    for (const [producer, { holes }] of this.#producers) {
      for (const { from, to } of holes) {
        const which = from === to ? `number ${from}` : `numbers ${from} to ${to}`;
        this.#context.breach(name, `${which} of producer ${producer} missing, and no gap says so`);
      }
    }
  }

  #numbers(producer: ProducerId): Numbers {
    let numbers = this.#producers.get(producer);
    if (numbers === undefined) {
      numbers = { next: 0, holes: new Holes() };
      this.#producers.set(producer, numbers);
    }
    return numbers;
  }

  #where(event: AnyEvent): string {
    return placeText(this.#context.place(event));
  }
}
