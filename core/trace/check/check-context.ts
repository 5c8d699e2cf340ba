/**
 * What the invariants share while a recording is walked through: its header by id, where in the file the present
 * event stands, what is known to be lost, and the list that breaches go to.
 */
import { toNanos } from "../clock/row-times.ts";
import { type AnyEvent, isKnown } from "../event.ts";
import type { EventRef, LaneId, ProducerId } from "../ids.ts";
import type { Lane } from "../lane.ts";
import type { Clock, Producer } from "../producer.ts";
import type { RecordingHeader } from "../recording.ts";

/** One broken invariant. */
export interface Breach {
  /** The invariant's name. */
  readonly invariant: string;
  /** What is wrong, where, and what should be. */
  readonly sentence: string;
}

/** An event's place, kept when the event is not. */
export interface Place {
  readonly p: ProducerId;
  readonly s: number;
  readonly t: number;
  /** In a `.spinscope` file, whose header is line 1. */
  readonly line: number;
}

/** Stamps are kept to a nanosecond: what differs by less than two of them is equal. */
const rounding = 0.002;
/** Breaches told of one invariant; more are counted. */
const toldAtMost = 20;

export class CheckContext {
  readonly header: RecordingHeader;
  readonly #lanes: ReadonlyMap<LaneId, Lane>;
  readonly #producers: ReadonlyMap<ProducerId, Producer>;
  readonly #clocks: ReadonlyMap<number, Clock>;
  readonly #hasUnknownTail: boolean;
  readonly #told = new Map<string, string[]>();
  readonly #untold = new Map<string, number>();
  #line = 1;
  /** Events that gaps stand for. */
  dropped = 0;
  /** The time of the last event, µs. */
  last = 0;

  constructor(header: RecordingHeader) {
    this.header = header;
    this.#lanes = new Map(header.lanes.map((lane) => [lane.id, lane]));
    this.#producers = new Map(header.producers.map((producer) => [producer.id, producer]));
    this.#clocks = new Map(header.clocks.map((clock) => [clock.id, clock]));
    this.#hasUnknownTail = header.producers.some(({ tail }) => tail === "unknown");
  }

  /** The next event is looked at. */
  enter(event: AnyEvent): void {
    this.#line += 1;
    this.last = Math.max(this.last, event.t);
    if (isKnown(event) && event.kind === "gap") this.dropped += event.to - event.from + 1;
  }

  lane(id: LaneId): Lane | undefined {
    return this.#lanes.get(id);
  }

  producer(id: ProducerId): Producer | undefined {
    return this.#producers.get(id);
  }

  /** The present event's place. */
  place({ p, s, t }: AnyEvent): Place {
    return { p, s, t, line: this.#line };
  }

  /** Whether an event that should be there may be among those lost: by a gap, or after an unknown tail. */
  get hasLosses(): boolean {
    return this.dropped > 0 || this.#hasUnknownTail;
  }

  /** How far a stamp of one producer may seem to be before one of the other that came first, µs. */
  tolerance(a: ProducerId, b: ProducerId): number {
    const first = this.#producers.get(a)?.clock;
    const second = this.#producers.get(b)?.clock;
    if (first === second) return rounding;
    return rounding + this.#errorOf(first) + this.#errorOf(second);
  }

  breach(invariant: string, sentence: string): void {
    const told = this.#told.get(invariant);
    if (told === undefined) this.#told.set(invariant, [sentence]);
    else if (told.length < toldAtMost) told.push(sentence);
    else this.#untold.set(invariant, (this.#untold.get(invariant) ?? 0) + 1);
  }

  /** All breaches; of many of one kind the first, and how many more. */
  get breaches(): readonly Breach[] {
    return [...this.#told].flatMap(([invariant, sentences]) => {
      const more = this.#untold.get(invariant);
      const all = more === undefined ? sentences : [...sentences, `and ${more} more of the same`];
      return all.map((sentence) => ({ invariant, sentence }));
    });
  }

  #errorOf(clock: number | undefined): number {
    return clock === undefined ? 0 : (this.#clocks.get(clock)?.errorUs ?? 0);
  }

  /** A lane as a sentence names it. */
  laneName(id: LaneId): string {
    const name = this.#lanes.get(id)?.name;
    return name === undefined ? `lane ${id}` : `lane ${id} "${name}"`;
  }
}

/** A place as a sentence names it. */
export function placeText({ p, s, t, line }: Place): string {
  return `line ${line}, event [${p}, ${s}] at ${toNanos(t)} µs`;
}

/** An event's name as a key. */
export function refKey([producer, seq]: EventRef): number {
  return producer * 2 ** 32 + seq;
}
