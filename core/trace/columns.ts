/**
 * The bulk form of events: one row of numbers an event, plus at most one text. What each column means for
 * each kind (blank: unused; `ref` = the pair of producer and number):
 *
 *   kind              code        other    cause  id      n        text
 *   lane.created      packed lane by                      parent   name
 *   lane.ended        end                                          JSON {value?, error?}
 *   ready · run                            ref
 *   wait              why         on                      ms
 *   turn.*                                                n
 *   callback.*                             ref    ref              name
 *   timer.*                                       ref     due µs
 *   future.created                                future           name
 *   future.settled    end                         future
 *   cancel.requested              target   ref    ref
 *   cancel.delivered                       ref    ref
 *   cancel.refused · signal.*              ref    ref
 *   join.began                    target
 *   join.ended        join end    target   ref
 *   lock.*                        lock     ref
 *   message.*                     to/from         ref     bytes    channel
 *   output            stream                                       text
 *   line                                                  line     file
 *   clock                         clock                   raw µs   JSON {main, rtt} (main: µs since the origin)
 *   gap                                                   to       reason   (from = the row's own number)
 *   unknown                                                        JSON of all but the stamp: {kind, …}
 *
 * Invariants: an `id` that names the event itself is written with its own producer and number; absent refs
 * have producer −1, absent lanes −1, absent numbers NaN, absent texts "". A row is 42 bytes.
 */

import { noLane, noProducer } from "./ids.ts";

/** Writes one event; the only thing the hot path calls. Returns the event's number in its producer. */
export interface EventSink {
  /** The number that the next event will get: what an `id` naming itself must carry. */
  readonly nextSeq: number;
  write(
    kind: number,
    t: number,
    lane: number,
    code: number,
    other: number,
    causeProducer: number,
    causeSeq: number,
    idProducer: number,
    idSeq: number,
    n: number,
    text: string,
  ): number;
}

/** A block of rows as typed arrays of equal length; `text` indexes the holder's string table, −1 for none. */
export interface Columns {
  readonly kind: Uint8Array;
  readonly code: Uint8Array;
  /** µs; raw on the producer's clock until main aligns it. */
  readonly t: Float64Array;
  readonly lane: Int32Array;
  readonly other: Int32Array;
  readonly causeProducer: Int16Array;
  readonly causeSeq: Uint32Array;
  readonly idProducer: Int16Array;
  readonly idSeq: Uint32Array;
  readonly n: Float64Array;
  readonly text: Int32Array;
}

/** Fresh columns of `rows` rows, over shared memory or not. */
export function createColumns(rows: number): Columns {
  return {
    kind: new Uint8Array(rows),
    code: new Uint8Array(rows),
    t: new Float64Array(rows),
    lane: new Int32Array(rows),
    other: new Int32Array(rows),
    causeProducer: new Int16Array(rows),
    causeSeq: new Uint32Array(rows),
    idProducer: new Int16Array(rows),
    idSeq: new Uint32Array(rows),
    n: new Float64Array(rows),
    text: new Int32Array(rows),
  };
}

/** Makes the first `rows` rows blank but for stamp, kind and lane, which every row is given. */
export function blankRows(columns: Columns, rows: number): void {
  columns.code.fill(0, 0, rows);
  columns.other.fill(noLane, 0, rows);
  columns.causeProducer.fill(noProducer, 0, rows);
  columns.causeSeq.fill(0, 0, rows);
  columns.idProducer.fill(noProducer, 0, rows);
  columns.idSeq.fill(0, 0, rows);
  columns.n.fill(Number.NaN, 0, rows);
  columns.text.fill(-1, 0, rows);
}

/** The rows before `end`, from `begin` on, copied: a slice can cross a process without its whole buffer. */
export function sliceColumns(columns: Columns, end: number, begin = 0): Columns {
  return {
    kind: columns.kind.slice(begin, end),
    code: columns.code.slice(begin, end),
    t: columns.t.slice(begin, end),
    lane: columns.lane.slice(begin, end),
    other: columns.other.slice(begin, end),
    causeProducer: columns.causeProducer.slice(begin, end),
    causeSeq: columns.causeSeq.slice(begin, end),
    idProducer: columns.idProducer.slice(begin, end),
    idSeq: columns.idSeq.slice(begin, end),
    n: columns.n.slice(begin, end),
    text: columns.text.slice(begin, end),
  };
}
