/**
 * One lane's spans on their way out: at most one is open, and short marks may lie in it or stand alone. Invariants:
 * spans and marks of a lane nest and come out in order of their start, an outer one before its inner ones; of those without
 * length no two have the same start, since viewers take such for one inside the other, and not in our order; an arrow's end lies
 * inside a span or mark that has come out before it.
 */
import type { Json } from "../../trace/event.ts";
import { ArrowPoint } from "./arrow-point.ts";
import { FreeMoments } from "./free-moments.ts";
import { hasLength, type Place, spanRecord } from "./record.ts";

/** A span that came out or will. */
export interface TrackSpan {
  readonly name: string;
  readonly category: string;
  start: number;
  readonly args: { readonly [key: string]: Json };
  /** NaN while it is open. */
  end: number;
  readonly points: ArrowPoint[];
  readonly marks: string[];
}

interface Mark {
  readonly name: string;
  readonly category: string;
  readonly start: number;
  readonly point: ArrowPoint;
}

/** How long a mark lasts, µs, unless something else begins before. */
const markLength = 1;
/** How far inside its span an arrow's end is at least, µs, where the span is long enough. */
const inside = 0.002;

export class LaneTrack {
  readonly place: Place;
  readonly #emit: (line: string) => void;
  #span: TrackSpan | undefined;
  #mark: Mark | undefined;
  readonly #moments = new FreeMoments();
  /** No span or mark starts before: where the last one without length ends. */
  #floor = Number.NEGATIVE_INFINITY;

  constructor(place: Place, emit: (line: string) => void) {
    this.place = place;
    this.#emit = emit;
  }

  /** The span that is open now. */
  get open(): TrackSpan | undefined {
    return this.#span;
  }

  begin(t: number, category: string, name: string, args: { readonly [key: string]: Json }): void {
    this.end(t);
    this.#span = { name, category, start: Math.max(t, this.#floor), args, end: Number.NaN, points: [], marks: [] };
  }

  /** Ends what is open. */
  end(t: number): void {
    this.#endMark(t);
    const span = this.#span;
    if (span === undefined) return;
    this.#span = undefined;
    span.start = this.#startOf(span.start, t, false);
    span.end = Math.max(t, span.start);
    this.#emit(spanRecord({ ...span, place: this.place }));
    for (const line of span.marks) this.#emit(line);
    for (const point of span.points) settle(point, span);
  }

  /** There is nothing more on this lane; the recording's last event was at `t`. */
  finish(t: number): void {
    if (this.#span === undefined) this.#endMark(Number.POSITIVE_INFINITY);
    else this.end(t);
  }

  /** An arrow's end at `t`: in the open span, or in a mark of its own. */
  point(t: number, category: string, name: string): ArrowPoint {
    const span = this.#span;
    if (span === undefined) return this.mark(t, category, name);
    const point = new ArrowPoint(t, this.place);
    span.points.push(point);
    return point;
  }

  /** An arrow's end at `t` in a short mark, inside the open span or alone. */
  mark(t: number, category: string, name: string): ArrowPoint {
    this.#endMark(t);
    const point = new ArrowPoint(t, this.place);
    this.#mark = { name, category, start: Math.max(t, this.#floor), point };
    return point;
  }

  /** An arrow's end at `t`, which has passed: in the span that was open then, or in a mark without length. */
  pastPoint(t: number, span: TrackSpan | undefined, category: string, name: string): ArrowPoint {
    const point = new ArrowPoint(t, this.place);
    if (span === undefined) {
      const start = this.#moments.take(t);
      this.#emit(spanRecord({ name, category, place: this.place, start, end: start }));
      point.settle(start);
    } else if (Number.isNaN(span.end)) span.points.push(point);
    else settle(point, span);
    return point;
  }

  /** Where a span from `start` to `end` begins: there, or, without length, at the next moment that none like it has. */
  #startOf(start: number, end: number, inner: boolean): number {
    if (hasLength(start, end, inner)) return start;
    const free = this.#moments.take(start);
    this.#floor = Math.max(this.#floor, this.#moments.after(free));
    return free;
  }

  #endMark(t: number): void {
    const mark = this.#mark;
    if (mark === undefined) return;
    this.#mark = undefined;
    const inner = this.#span !== undefined;
    const last = Math.min(mark.start + markLength, t);
    const start = this.#startOf(mark.start, last, inner);
    const line = spanRecord({ ...mark, place: this.place, start, end: Math.max(start, last) }, inner);
    if (this.#span === undefined) {
      this.#emit(line);
      mark.point.settle(start);
    } else {
      this.#span.marks.push(line);
      this.#span.points.push(mark.point);
    }
  }
}

function settle(point: ArrowPoint, span: TrackSpan): void {
  point.settle(Math.min(Math.max(point.t, span.start), Math.max(span.start, span.end - inside)));
}
