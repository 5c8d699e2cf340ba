/**
 * Invariant: numbers of a producer are 0, 1, 2 … or covered by gaps, and none comes twice.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { ProducerId } from "../ids.ts";
import { type CheckContext, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

const name = "numbers";

/** Numbers not seen yet below the next expected one, both ends included. */
interface Hole {
  readonly from: number;
  readonly to: number;
}

interface Numbers {
  next: number;
  holes: Hole[];
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
    const hole = numbers.holes.find(({ from, to }) => from <= event.s && last <= to);
    if (hole === undefined) {
      this.#context.breach(name, `${this.#where(event)}: number ${event.s} of producer ${event.p} comes twice`);
      return;
    }
    numbers.holes = numbers.holes.flatMap((each) => (each === hole ? remains(hole, event.s, last) : [each]));
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
      numbers = { next: 0, holes: [] };
      this.#producers.set(producer, numbers);
    }
    return numbers;
  }

  #where(event: AnyEvent): string {
    return placeText(this.#context.place(event));
  }
}

function remains(hole: Hole, from: number, to: number): Hole[] {
  const before = { from: hole.from, to: from - 1 };
  const after = { from: to + 1, to: hole.to };
  return [before, after].filter((part) => part.from <= part.to);
}
