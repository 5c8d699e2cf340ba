/**
 * The words that only tasks and loops use: turns, callbacks, timers, futures, cancels. See writer.ts.
 */

import { noLane, noProducer } from "./ids.ts";
import { Code, codeOf, type End, ends } from "./kinds.ts";
import { TraceWriter } from "./writer.ts";

const none = noProducer;

export class TaskWriter extends TraceWriter {
  turnBegan(t: number, loop: number, turn: number): number {
    return this.sink.write(Code.turnBegan, t, loop, 0, noLane, none, 0, none, 0, turn, "");
  }

  turnEnded(t: number, loop: number, turn: number): number {
    return this.sink.write(Code.turnEnded, t, loop, 0, noLane, none, 0, none, 0, turn, "");
  }

  /** Its own id: pass the returned number to `callbackRun` and `callbackEnded`. */
  callbackReady(t: number, lane: number, name: string, causeProducer: number, causeSeq: number): number {
    return this.sink.write(
      Code.callbackReady,
      t,
      lane,
      0,
      noLane,
      causeProducer,
      causeSeq,
      this.producer,
      this.sink.nextSeq,
      Number.NaN,
      name,
    );
  }

  callbackRun(t: number, lane: number, id: number, name: string): number {
    return this.#own(Code.callbackRun, t, lane, id, Number.NaN, name);
  }

  callbackEnded(t: number, lane: number, id: number, name: string): number {
    return this.#own(Code.callbackEnded, t, lane, id, Number.NaN, name);
  }

  /** `due` in µs on the same clock as `t`. Returns the timer's id. */
  timerSet(t: number, lane: number, due: number): number {
    return this.#own(Code.timerSet, t, lane, this.sink.nextSeq, due, "");
  }

  timerFired(t: number, lane: number, id: number, due: number): number {
    return this.#own(Code.timerFired, t, lane, id, due, "");
  }

  timerDropped(t: number, lane: number, id: number, due: number): number {
    return this.#own(Code.timerDropped, t, lane, id, due, "");
  }

  /** Returns the future's id. */
  futureCreated(t: number, lane: number, name: string): number {
    return this.#own(Code.futureCreated, t, lane, this.sink.nextSeq, Number.NaN, name);
  }

  futureSettled(t: number, lane: number, id: number, how: End): number {
    return this.sink.write(
      Code.futureSettled,
      t,
      lane,
      codeOf(ends, how),
      noLane,
      none,
      0,
      this.producer,
      id,
      Number.NaN,
      "",
    );
  }

  /** Returns the request's id. */
  cancelRequested(t: number, lane: number, target: number, causeProducer: number, causeSeq: number): number {
    const id = this.sink.nextSeq;
    return this.sink.write(
      Code.cancelRequested,
      t,
      lane,
      0,
      target,
      causeProducer,
      causeSeq,
      this.producer,
      id,
      Number.NaN,
      "",
    );
  }

  /** Either `id` (asked of this lane) or `cause` (came through what it awaited); the other has `noProducer`. */
  cancelDelivered(
    t: number,
    lane: number,
    idProducer: number,
    id: number,
    causeProducer: number,
    cause: number,
  ): number {
    return this.sink.write(
      Code.cancelDelivered,
      t,
      lane,
      0,
      noLane,
      causeProducer,
      cause,
      idProducer,
      id,
      Number.NaN,
      "",
    );
  }

  cancelRefused(t: number, lane: number, idProducer: number, id: number): number {
    return this.sink.write(Code.cancelRefused, t, lane, 0, noLane, none, 0, idProducer, id, Number.NaN, "");
  }

  #own(kind: number, t: number, lane: number, id: number, n: number, text: string): number {
    return this.sink.write(kind, t, lane, 0, noLane, none, 0, this.producer, id, n, text);
  }
}
