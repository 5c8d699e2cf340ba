/**
 * Batches that fit their schema and are lies: other producers' numbers, lanes and clocks, rows that are no events, gaps
 * that end before they begin. Each is what a page or a utility process that was taken over could post.
 */
import type { Batch } from "../../../core/trace/batch.ts";
import { type Columns, createColumns } from "../../../core/trace/columns.ts";
import { laneOf, noLane, noProducer, type ProducerId, producerId } from "../../../core/trace/ids.ts";
import { Code, codeOf, type Runtime, runtimes } from "../../../core/trace/kinds.ts";
import { packLane } from "../../../core/trace/lane.ts";

export interface Liar {
  /** A producer of its own, that it has declared. */
  readonly own: ProducerId;
  readonly runtime: Runtime;
  /** Its clock's id. */
  readonly clock: number;
  /** A producer of somebody else's, beside main's. */
  readonly other: ProducerId;
}

/**
 * Where their numbers begin, and how far apart they are: each is past all that its producer has said, or main would take it
 * for sent again and not look at it.
 */
const first = 1_000_000;
const apart = 100;

/** What a row has in place of what it should. */
type Row = { readonly [name in keyof Columns]?: number };

/** Lies by what they are about. */
export function badBatches({ own, runtime, clock, other }: Liar): Readonly<Record<string, Batch>> {
  const lane = laneOf(own, 0);
  const othersLane = laneOf(other, 3);
  const exchange = '{"main":1,"rtt":1}';
  let next = 0;
  const row = (kind: number, values: Row = {}, text = exchange): Batch => ({
    producer: own,
    from: numberOf(next++),
    count: 1,
    columns: columnsOf({
      t: 1_000,
      lane,
      other: noLane,
      causeProducer: noProducer,
      idProducer: noProducer,
      n: 1,
      ...values,
      kind,
    }),
    texts: [text],
  });
  const created = (values: Row) => row(Code.laneCreated, { code: packLane("thread", runtime), n: lane, ...values });
  const ended = (json: string) => row(Code.laneEnded, {}, json);
  const clocked = (json: string, other = clock) => row(Code.clock, { other }, json);
  const gap = (further: number) => row(Code.gap, { n: numberOf(next) + further });
  const foreign = runtimes[(codeOf(runtimes, runtime) + 1) % runtimes.length] ?? "main";
  return {
    "main's producer": { ...row(Code.output), producer: producerId(0) },
    "another's producer": { ...row(Code.output), producer: other },
    "a producer of nobody's": { ...row(Code.output), producer: producerId(2_046) },
    "main's lane": row(Code.output, { lane: 0 }),
    "the end of another's lane": row(Code.laneEnded, { lane: othersLane }, ""),
    "no lane": row(Code.output, { lane: noLane }),
    "a lane below all": row(Code.output, { lane: -(2 ** 31) }),
    "a kind of no version": row(200),
    "a kind of a later version": row(Code.unknown, {}, '{"kind":"later"}'),
    "a time that is none": row(Code.output, { t: Number.NaN }),
    "the end of time": row(Code.output, { t: 1e300 }),
    "a text that is not there": row(Code.output, { text: 7 }),
    "a text before the first": row(Code.output, { text: -5 }),
    "a lane of no kind": created({ code: 0xff }),
    "a lane of another runtime": created({ code: packLane("thread", foreign) }),
    "a lane under another's": created({ n: othersLane }),
    "a lane under half a lane": created({ n: 0.5 }),
    "another's new lane": created({ lane: othersLane }),
    "an end of no kind": row(Code.laneEnded, { code: 99 }, ""),
    "an end that is no JSON": ended("{"),
    "an end that is no object": ended("7"),
    "an end that reaches a prototype": ended('{"value":{"__proto__":{"polluted":true}}}'),
    "an end of ten thousand levels": ended(`{"value":${"[".repeat(10_000)}${"]".repeat(10_000)}}`),
    "an end with a number too large": ended('{"value":1e999}'),
    "an error that is no text": ended('{"error":{}}'),
    "a wait for no reason": row(Code.wait, { code: 99 }),
    "a wait of no length": row(Code.wait, { n: Number.POSITIVE_INFINITY }),
    "a join with no end": row(Code.joinEnded, { code: 9, other: lane }),
    "a join of nothing": row(Code.joinBegan),
    "a message without a name": row(Code.messageSent, { other: lane }),
    "a message of minus one bytes": row(Code.messageSent, { other: lane, idProducer: own, n: -1 }),
    "half a line": row(Code.line, { n: 0.5 }),
    "a timer that is never due": row(Code.timerSet, { idProducer: own, n: Number.POSITIVE_INFINITY }),
    "a future with an end of a lane": row(Code.futureSettled, { idProducer: own, code: 4 }),
    "another's clock": clocked(exchange, clock + 1),
    "an exchange that is none": clocked("[]"),
    "an exchange that came back before it left": clocked('{"main":1,"rtt":-5}'),
    "an exchange without end": clocked('{"main":1e999,"rtt":0}'),
    "a gap to nowhere": gap(Number.NaN),
    "a gap that ends before it begins": gap(-1),
    "a gap past all numbers": gap(2 ** 40),
    "a gap to half a number": gap(0.5),
    "a gap among others": twice(gap(10)),
  };
}

function numberOf(batch: number): number {
  return first + batch * apart;
}

function columnsOf(row: Row): Columns {
  const columns = createColumns(1);
  for (const [name, column] of Object.entries(columns)) column[0] = Number(Reflect.get(row, name) ?? 0);
  return columns;
}

/** The same row again in the same batch. */
function twice(batch: Batch): Batch {
  const columns = createColumns(2);
  for (const [name, column] of Object.entries(columns)) {
    const once: unknown = Reflect.get(batch.columns, name);
    if (ArrayBuffer.isView(once)) column.fill(Number(Reflect.get(once, 0)));
  }
  return { ...batch, count: 2, columns };
}
