/**
 * One method a kind, so that producers speak in the trace's words and only this file knows which column
 * each field goes to (columns.ts has the table). Makes no object on the hot kinds. A `cause` is passed as its
 * two numbers; `noProducer` where there is none. What only tasks and loops say is in task-writer.ts.
 */
import type { EventSink } from "./columns.ts";
import type { Json } from "./event.ts";
import { type LaneId, laneOf, noLane, noProducer, type ProducerId } from "./ids.ts";
import {
  Code,
  codeOf,
  type End,
  ends,
  type JoinEnd,
  joinEnds,
  type LaneKind,
  onStderr,
  type Runtime,
  type Stream,
  type Why,
  whys,
} from "./kinds.ts";
import { packLane } from "./lane.ts";

const none = noProducer;
/** Longest text of one `output` event, in characters: no message may carry one of any length. */
const longestOutput = 4_096;

export class TraceWriter {
  readonly producer: ProducerId;
  protected readonly sink: EventSink;
  #lanes = 0;

  constructor(producer: ProducerId, sink: EventSink) {
    this.producer = producer;
    this.sink = sink;
  }

  /** The number that the next event gets: what it must carry as its own `id`. */
  get nextSeq(): number {
    return this.sink.nextSeq;
  }

  /** Declares a lane and returns its id. `parent` and `by` are `noLane` where there is none. */
  laneCreated(t: number, kind: LaneKind, runtime: Runtime, name: string, parent: LaneId | -1, by: LaneId | -1): LaneId {
    const lane = laneOf(this.producer, this.#lanes++);
    this.sink.write(Code.laneCreated, t, lane, packLane(kind, runtime), by, none, 0, none, 0, parent, name);
    return lane;
  }

  laneStarted(t: number, lane: number): number {
    return this.#bare(Code.laneStarted, t, lane);
  }

  /** `result` is what it returned, or the error as its runtime prints it. */
  laneEnded(t: number, lane: number, how: End, result?: { readonly value?: Json; readonly error?: string }): number {
    const text = result === undefined ? "" : JSON.stringify(result);
    return this.sink.write(Code.laneEnded, t, lane, codeOf(ends, how), noLane, none, 0, none, 0, Number.NaN, text);
  }

  ready(t: number, lane: number, causeProducer: number, causeSeq: number): number {
    return this.#caused(Code.ready, t, lane, causeProducer, causeSeq);
  }

  run(t: number, lane: number, causeProducer: number, causeSeq: number): number {
    return this.#caused(Code.run, t, lane, causeProducer, causeSeq);
  }

  /** `on` = `noLane` and `ms` = NaN where unknown. */
  wait(t: number, lane: number, why: Why, on: number, ms: number): number {
    return this.sink.write(Code.wait, t, lane, codeOf(whys, why), on, none, 0, none, 0, ms, "");
  }

  /** Returns the signal's id. */
  signalSet(t: number, lane: number, causeProducer: number, causeSeq: number): number {
    const id = this.sink.nextSeq;
    return this.sink.write(
      Code.signalSet,
      t,
      lane,
      0,
      noLane,
      causeProducer,
      causeSeq,
      this.producer,
      id,
      Number.NaN,
      "",
    );
  }

  signalSeen(t: number, lane: number, idProducer: number, id: number): number {
    return this.sink.write(Code.signalSeen, t, lane, 0, noLane, none, 0, idProducer, id, Number.NaN, "");
  }

  joinBegan(t: number, lane: number, target: number): number {
    return this.sink.write(Code.joinBegan, t, lane, 0, target, none, 0, none, 0, Number.NaN, "");
  }

  joinEnded(t: number, lane: number, target: number, how: JoinEnd, causeProducer: number, causeSeq: number): number {
    const code = codeOf(joinEnds, how);
    return this.sink.write(Code.joinEnded, t, lane, code, target, causeProducer, causeSeq, none, 0, Number.NaN, "");
  }

  /** `kind` is one of `Code.lockAsked`, `Code.lockTaken`, `Code.lockFreed`. */
  lock(kind: number, t: number, lane: number, lock: number, causeProducer: number, causeSeq: number): number {
    return this.sink.write(kind, t, lane, 0, lock, causeProducer, causeSeq, none, 0, Number.NaN, "");
  }

  /** Returns the message's id, which travels with it. */
  messageSent(t: number, lane: number, to: number, channel: string, bytes: number): number {
    const id = this.sink.nextSeq;
    return this.sink.write(Code.messageSent, t, lane, 0, to, none, 0, this.producer, id, bytes, channel);
  }

  messageReceived(
    t: number,
    lane: number,
    idProducer: number,
    id: number,
    from: number,
    channel: string,
    bytes: number,
  ): number {
    return this.sink.write(Code.messageReceived, t, lane, 0, from, none, 0, idProducer, id, bytes, channel);
  }

  messageHandled(t: number, lane: number, idProducer: number, id: number, from: number, channel: string): number {
    return this.sink.write(Code.messageHandled, t, lane, 0, from, none, 0, idProducer, id, Number.NaN, channel);
  }

  /** One write to the console; a long one becomes several events. */
  output(t: number, lane: number, text: string, stream: Stream = "stdout"): number {
    const code = stream === "stderr" ? onStderr : 0;
    let rest = text;
    for (; rest.length > longestOutput; rest = rest.slice(longestOutput)) {
      this.sink.write(Code.output, t, lane, code, noLane, none, 0, none, 0, Number.NaN, rest.slice(0, longestOutput));
    }
    return this.sink.write(Code.output, t, lane, code, noLane, none, 0, none, 0, Number.NaN, rest);
  }

  line(t: number, lane: number, file: string, line: number): number {
    return this.sink.write(Code.line, t, lane, 0, noLane, none, 0, none, 0, line, file);
  }

  /** One exchange of the alignment: `raw` of `clock` was read as main's clock said `main` (all µs). */
  clock(t: number, lane: number, clock: number, raw: number, main: number, rtt: number): number {
    const text = JSON.stringify({ main, rtt });
    return this.sink.write(Code.clock, t, lane, 0, clock, none, 0, none, 0, raw, text);
  }

  #bare(kind: number, t: number, lane: number): number {
    return this.sink.write(kind, t, lane, 0, noLane, none, 0, none, 0, Number.NaN, "");
  }

  #caused(kind: number, t: number, lane: number, causeProducer: number, causeSeq: number): number {
    return this.sink.write(kind, t, lane, 0, noLane, causeProducer, causeSeq, none, 0, Number.NaN, "");
  }
}
