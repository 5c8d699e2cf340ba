/**
 * What happened on one lane, one after the other, as a person steps through it: the beginnings of its spans, its moments,
 * its end; after which only a broken recording has more. Of what happened at one instant spans come first, then moments, then the end. Found by look-ups: nothing is
 * made for the lane as a whole.
 */
import type { LaneSpans } from "../../trace/folds/lane-spans.ts";
import type { TimeIndex } from "../../trace/folds/time-index.ts";
import type { Recording } from "../recording.ts";
import { spanOf } from "./span-of.ts";

/** Less than the finest clock tells apart, µs. */
const instant = 1e-3;

/** Stops before it: so many spans, so many moments, and the end. */
interface Place {
  readonly spans: number;
  readonly moments: number;
  readonly ended: boolean;
}

export class LaneStops {
  readonly #recording: Recording;
  readonly #spans: LaneSpans | undefined;
  readonly #moments: TimeIndex;

  constructor(recording: Recording, lane: number) {
    this.#recording = recording;
    this.#spans = recording.spans.of(lane);
    this.#moments = recording.moments.of(lane);
  }

  /** How many there are from `from` to `to`, µs. */
  count(from: number, to: number): number {
    const spans = (this.#spans?.firstAfter(to) ?? 0) - this.#spansFrom(from);
    const moments = this.#moments.firstFrom(to + instant) - this.#moments.firstFrom(from);
    return spans + moments + (this.#end >= from && this.#end <= to ? 1 : 0);
  }

  /** The rows from `t` (µs) on, in order. */
  *from(t: number): Generator<number, void> {
    let place: Place = { spans: this.#spansFrom(t), moments: this.#moments.firstFrom(t), ended: this.#end < t };
    for (let next = this.#next(place); next !== undefined; next = this.#next(place)) {
      yield next.row;
      place = next.place;
    }
  }

  /** The row after `row`, which is one of the lane's; −1 after the last. */
  after(row: number): number {
    const place = this.#placeOf(row);
    const own = this.#next(place);
    return own === undefined ? -1 : (this.#next(own.place)?.row ?? -1);
  }

  /** The row before `row`; −1 before the first. */
  before(row: number): number {
    return this.#last(this.#placeOf(row));
  }

  get first(): number {
    return this.#next({ spans: 0, moments: 0, ended: false })?.row ?? -1;
  }

  get last(): number {
    const ended = (this.#spans?.endRow ?? -1) >= 0;
    return this.#last({ spans: this.#spans?.length ?? 0, moments: this.#moments.length, ended });
  }

  /** The lane's end, µs; +∞ while it is open. */
  get #end(): number {
    const end = this.#spans?.end ?? Number.NaN;
    return Number.isNaN(end) ? Number.POSITIVE_INFINITY : end;
  }

  #spansFrom(t: number): number {
    if (this.#spans === undefined) return 0;
    let at = this.#spans.firstAfter(t);
    while (at > 0 && this.#spans.start(at - 1) >= t) at -= 1;
    return at;
  }

  #next({ spans, moments, ended }: Place): { readonly row: number; readonly place: Place } | undefined {
    const span = this.#spans?.start(spans) ?? Number.POSITIVE_INFINITY;
    const moment = this.#moments.time(moments);
    const end = ended ? Number.POSITIVE_INFINITY : this.#end;
    if (span === Number.POSITIVE_INFINITY && moment === span && end === span) return undefined;
    if (span <= moment && span <= end) {
      return { row: this.#spans?.row(spans) ?? -1, place: { spans: spans + 1, moments, ended } };
    }
    if (moment <= end) return { row: this.#moments.row(moments), place: { spans, moments: moments + 1, ended } };
    return { row: this.#spans?.endRow ?? -1, place: { spans, moments, ended: true } };
  }

  /** The last before a place; −1 when there is none. */
  #last({ spans, moments, ended }: Place): number {
    const none = Number.NEGATIVE_INFINITY;
    const span = spans > 0 ? (this.#spans?.start(spans - 1) ?? none) : none;
    const moment = moments > 0 ? this.#moments.time(moments - 1) : none;
    const end = ended ? this.#end : none;
    if (Math.max(span, moment, end) === none) return -1;
    if (end >= span && end >= moment) return this.#spans?.endRow ?? -1;
    return moment >= span ? this.#moments.row(moments - 1) : (this.#spans?.row(spans - 1) ?? -1);
  }

  /** How many stops lie before `row`. */
  #placeOf(row: number): Place {
    const t = this.#recording.table.t(row);
    const span = spanOf(this.#recording, row);
    const ended = this.#end < t;
    if (span !== undefined) return { spans: span.index, moments: this.#moments.firstFrom(t), ended };
    const spans = this.#spans?.firstAfter(t) ?? 0;
    let moments = this.#moments.firstFrom(t);
    while (this.#moments.time(moments) === t && this.#moments.row(moments) !== row) moments += 1;
    return { spans, moments, ended };
  }
}
