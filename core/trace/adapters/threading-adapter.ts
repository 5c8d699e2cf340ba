/**
 * A thread's observer that writes the trace: each hook becomes the events of trace-format that it means. One
 * instance a thread, on the thread's own producer. One stamp a hook: the events of one instant share it.
 */
import type { ConsoleStream } from "../../programs/console.ts";
import type { BlockedFor, ThreadObserver } from "../../threading/observer.ts";
import { type LaneId, laneId, noLane, noProducer } from "../ids.ts";
import { Code } from "../kinds.ts";
import type { TraceWriter } from "../writer.ts";
import { cut, jsonValue } from "./recorded-values.ts";
import { markOf, markProducer, markSeq } from "./threading-marks.ts";

export class ThreadingAdapter implements ThreadObserver {
  readonly #writer: TraceWriter;
  readonly #process: LaneId;
  readonly #now: () => number;

  /** `process`: the lane that new threads' lanes belong to. `now`: the producer's raw clock, µs. */
  constructor(writer: TraceWriter, process: LaneId, now: () => number) {
    this.#writer = writer;
    this.#process = process;
    this.#now = now;
  }

  created(name: string, by: number): number {
    return this.#writer.laneCreated(this.#now(), "thread", "threads", name, this.#process, laneId(by));
  }

  started(lane: number): void {
    this.#writer.laneStarted(this.#now(), lane);
  }

  began(lane: number): void {
    this.#writer.run(this.#now(), lane, noProducer, 0);
  }

  returned(lane: number, value: unknown): number {
    const json = jsonValue(value);
    const result = json === undefined ? undefined : { value: json };
    return this.#mark(this.#writer.laneEnded(this.#now(), lane, "returned", result));
  }

  raised(lane: number, error: string): number {
    return this.#mark(this.#writer.laneEnded(this.#now(), lane, "raised", { error: cut(error) }));
  }

  sleepBegan(lane: number, seconds: number): void {
    this.#writer.wait(this.#now(), lane, "sleep", noLane, seconds * 1_000);
  }

  sleepEnded(lane: number): void {
    this.#writer.run(this.#now(), lane, noProducer, 0);
  }

  joinBegan(lane: number, target: number): void {
    const t = this.#now();
    this.#writer.joinBegan(t, lane, target);
    this.#writer.wait(t, lane, "join", target, Number.NaN);
  }

  joinEnded(lane: number, target: number, how: "ended" | "timeout", end: number): void {
    const t = this.#now();
    this.#writer.joinEnded(t, lane, target, how, markProducer(end), markSeq(end));
    this.#writer.run(t, lane, noProducer, 0);
  }

  signalSet(lane: number): number {
    return this.#mark(this.#writer.signalSet(this.#now(), lane, noProducer, 0));
  }

  signalSeen(lane: number, mark: number): void {
    this.#writer.signalSeen(this.#now(), lane, markProducer(mark), markSeq(mark));
  }

  lockCreated(name: string, by: number): number {
    return this.#writer.laneCreated(this.#now(), "lock", "threads", name, this.#process, laneId(by));
  }

  lockAsked(lane: number, lock: number, blocks: boolean, seconds: number): void {
    const t = this.#now();
    this.#writer.lock(Code.lockAsked, t, lane, lock, noProducer, 0);
    if (blocks) this.#writer.wait(t, lane, "lock", lock, Number.isFinite(seconds) ? seconds * 1_000 : Number.NaN);
  }

  lockTaken(lane: number, lock: number, freed: number, blocked: boolean): void {
    const t = this.#now();
    const seq = this.#writer.lock(Code.lockTaken, t, lane, lock, markProducer(freed), markSeq(freed));
    if (blocked) this.#writer.run(t, lane, this.#writer.producer, seq);
  }

  lockGivenUp(lane: number, _lock: number): void {
    this.#writer.run(this.#now(), lane, noProducer, 0);
  }

  lockFreed(lane: number, lock: number): number {
    return this.#mark(this.#writer.lock(Code.lockFreed, this.#now(), lane, lock, noProducer, 0));
  }

  gilAsked(lane: number, gil: number): void {
    const t = this.#now();
    this.#writer.lock(Code.lockAsked, t, lane, gil, noProducer, 0);
    this.#writer.wait(t, lane, "gil", gil, Number.NaN);
  }

  gilTaken(lane: number, gil: number, freed: number): void {
    this.#writer.lock(Code.lockTaken, this.#now(), lane, gil, markProducer(freed), markSeq(freed));
  }

  gilFreed(lane: number, gil: number): number {
    return this.#mark(this.#writer.lock(Code.lockFreed, this.#now(), lane, gil, noProducer, 0));
  }

  waitBegan(lane: number, why: BlockedFor, on: number, seconds: number): void {
    const ms = Number.isFinite(seconds) ? seconds * 1_000 : Number.NaN;
    this.#writer.wait(this.#now(), lane, why, on === 0 ? noLane : on, ms);
  }

  waitEnded(lane: number): void {
    this.#writer.run(this.#now(), lane, noProducer, 0);
  }

  output(lane: number, text: string, stream: ConsoleStream): void {
    this.#writer.output(this.#now(), lane, text, stream);
  }

  line(lane: number, file: string, line: number): void {
    this.#writer.line(this.#now(), lane, file, line);
  }

  #mark(seq: number): number {
    return markOf(this.#writer.producer, seq);
  }
}
