/**
 * The program whose recording is made up: bursts of threads and of tasks by turns, on one clock, so that what is told is in
 * order of time and no two of them run at once.
 */
import { knownEvent, type Payloads, type TraceEvent } from "../../../core/trace/event.ts";
import { type EventRef, type LaneId, laneOf, makerOf, type ProducerId, producerId } from "../../../core/trace/ids.ts";
import type { Kind, LaneKind, Runtime } from "../../../core/trace/kinds.ts";
import type { Lane } from "../../../core/trace/lane.ts";

export interface LargeSize {
  readonly events: number;
  readonly threads: number;
  /** Tasks that live as long as the recording. */
  readonly tasks: number;
  /** Bursts from one short-lived task to the next. */
  readonly childEvery: number;
  readonly seed: number;
}

/** Main, the host of the threads (their own producers follow it) and the page of the tasks. */
export const producers = { main: producerId(0), host: producerId(16), page: producerId(1_000) } as const;
const { main, host, page } = producers;

interface Thread {
  readonly producer: ProducerId;
  readonly lane: LaneId;
}

export class LargeProgram {
  /** In the order of their creation, as far as the events were asked for. */
  readonly lanes: Lane[] = [];
  readonly threadProducers: readonly ProducerId[];
  readonly #size: LargeSize;
  readonly #numbers = new Map<ProducerId, number>();
  readonly #made = new Map<ProducerId, number>();
  #t = 0;
  #seed: number;
  #told = 0;

  constructor(size: LargeSize) {
    this.#size = size;
    this.#seed = size.seed;
    this.threadProducers = Array.from({ length: size.threads }, (_, place) => producerId(host + 1 + place));
  }

  /** All of them, in order of time. */
  *events(): Generator<TraceEvent, void> {
    const mainLane = this.#lane(main, "process", "main", "main process 100");
    const hostLane = this.#lane(host, "process", "threads", "utility process 200");
    const pageLane = this.#lane(page, "process", "coroutines", "renderer 300");
    const gil = this.#lane(host, "lock", "threads", "GIL", hostLane);
    const lock = this.#lane(host, "lock", "threads", "Lock-1", hostLane);
    const loop = this.#lane(page, "loop", "coroutines", "event loop", pageLane);
    for (const lane of [mainLane, hostLane, pageLane, gil, lock, loop]) {
      yield this.#event(producerId(makerOf(lane)), lane, "lane.created", {});
    }
    const threads: Thread[] = [];
    for (const producer of this.threadProducers) {
      const lane = this.#lane(host, "thread", "threads", `Thread-${threads.length + 1} (work)`, hostLane);
      threads.push({ producer, lane });
      yield this.#event(host, lane, "lane.created", { by: hostLane });
      yield this.#event(host, lane, "lane.started", {});
    }
    const tasks: LaneId[] = [];
    while (tasks.length < this.#size.tasks) {
      const task = this.#lane(page, "task", "coroutines", `Task-${tasks.length + 1} (work)`, loop);
      tasks.push(task);
      yield this.#event(page, task, "lane.created", { by: loop });
      yield this.#event(page, task, "lane.started", {});
    }
    for (let burst = 0; this.#told < this.#size.events; burst++) {
      const thread = threads[(burst >> 1) % threads.length];
      const task = tasks[(burst >> 1) % tasks.length];
      if (burst % 2 === 0 && thread !== undefined) yield* this.#threadBurst(thread, gil, lock, burst);
      else if (task !== undefined) yield* this.#taskBurst(task, loop, burst);
      if (burst % 60 === 0) yield* this.#message(mainLane, pageLane);
      if (burst % 240 === 0) yield* this.#signal(threads, burst >> 4);
      if (burst % this.#size.childEvery === 3 && task !== undefined) yield* this.#child(task, loop, burst);
      this.#t += this.#between(5, 160);
    }
    for (const { producer, lane } of threads) yield this.#event(producer, lane, "lane.ended", { how: "returned" });
    for (const task of tasks) yield this.#event(page, task, "lane.ended", { how: "returned", value: 42 });
    for (const lane of [loop, pageLane]) yield this.#event(page, lane, "lane.ended", { how: "returned" });
    for (const lane of [lock, gil, hostLane]) yield this.#event(host, lane, "lane.ended", { how: "returned" });
    yield this.#event(main, mainLane, "lane.ended", { how: "returned" });
  }

  *#threadBurst({ producer, lane }: Thread, gil: LaneId, lock: LaneId, burst: number): Generator<TraceEvent, void> {
    const taken = this.#event(producer, lane, "lock.taken", { lock: gil });
    yield taken;
    yield this.#event(producer, lane, "run", { cause: [taken.p, taken.s] });
    yield* this.#lines(producer, lane, burst);
    if (burst % 8 === 0) {
      yield this.#event(producer, lane, "lock.asked", { lock });
      yield this.#event(producer, lane, "lock.taken", { lock });
      yield this.#event(producer, lane, "lock.freed", { lock });
    }
    if (burst % 6 === 0) yield this.#event(producer, lane, "output", { text: "\b\b\b\b\b\b\b\b\b\b\b| thinking!" });
    yield this.#event(producer, lane, "wait", burst % 5 === 0 ? { why: "gil" } : { why: "sleep", ms: 2 });
    yield this.#event(producer, lane, "lock.freed", { lock: gil });
  }

  *#taskBurst(task: LaneId, loop: LaneId, burst: number): Generator<TraceEvent, void> {
    yield this.#event(page, loop, "turn.began", { n: burst });
    const fired = this.#timer(loop);
    yield fired;
    yield* this.#runs(task, [fired.p, fired.s], burst);
    if (burst % 7 === 0) yield this.#event(page, task, "output", { text: "\b\b\b\b\b\b\b\b\b\b\b/ thinking!" });
    yield this.#event(page, task, "wait", burst % 9 === 0 ? { why: "future" } : { why: "sleep", ms: 1 });
    yield this.#event(page, loop, "turn.ended", { n: burst });
  }

  /** A task that `parent` makes and awaits; every third is cancelled instead. */
  *#child(parent: LaneId, loop: LaneId, burst: number): Generator<TraceEvent, void> {
    const lane = this.#lane(page, "task", "coroutines", `Task-${this.lanes.length} (child)`, loop);
    const isCancelled = this.lanes.length % 3 === 0;
    yield this.#event(page, parent, "run", {});
    yield this.#event(page, lane, "lane.created", { by: parent });
    yield this.#event(page, lane, "lane.started", {});
    yield this.#event(page, parent, "join.began", { target: lane });
    const id: EventRef = [page, this.#next(page)];
    if (isCancelled) yield this.#event(page, parent, "cancel.requested", { target: lane, id });
    yield this.#event(page, parent, "wait", { why: "join", on: lane });
    yield* this.#runs(lane, [page, this.#next(page) - 1], burst);
    if (isCancelled) yield this.#event(page, lane, "cancel.delivered", { id });
    const ended = this.#event(page, lane, "lane.ended", { how: isCancelled ? "cancelled" : "returned" });
    yield ended;
    yield* this.#runs(parent, [ended.p, ended.s], burst);
    yield this.#event(page, parent, "join.ended", { target: lane, how: "ended", cause: [ended.p, ended.s] });
    yield this.#event(page, parent, "wait", { why: "sleep", ms: 1 });
  }

  *#runs(task: LaneId, cause: EventRef, burst: number): Generator<TraceEvent, void> {
    yield this.#event(page, task, "ready", { cause });
    yield this.#event(page, task, "run", {});
    yield* this.#lines(page, task, burst);
  }

  *#lines(producer: ProducerId, lane: LaneId, burst: number): Generator<TraceEvent, void> {
    const file = producer === page ? "coroutines.ts" : "threads.ts";
    yield this.#event(producer, lane, "line", { file, line: 9 + (burst % 4) });
    yield this.#event(producer, lane, "line", { file, line: 13 });
  }

  *#message(from: LaneId, to: LaneId): Generator<TraceEvent, void> {
    const id: EventRef = [main, this.#next(main)];
    yield this.#event(main, from, "message.sent", { id, to, channel: "run.cancel", bytes: 64 });
    yield this.#event(page, to, "message.received", { id, from, channel: "run.cancel", bytes: 64 });
    yield this.#event(page, to, "message.handled", { id, from, channel: "run.cancel" });
  }

  *#signal(threads: readonly Thread[], turn: number): Generator<TraceEvent, void> {
    const from = threads[turn % threads.length];
    const to = threads[(turn + 3) % threads.length];
    if (from === undefined || to === undefined) return;
    const id: EventRef = [from.producer, this.#next(from.producer)];
    yield this.#event(from.producer, from.lane, "signal.set", { id });
    yield this.#event(to.producer, to.lane, "signal.seen", { id });
  }

  #timer(loop: LaneId): TraceEvent {
    return this.#event(page, loop, "timer.fired", { id: [page, this.#next(page)], due: this.#t });
  }

  #event<K extends Kind>(p: ProducerId, lane: LaneId, kind: K, payload: Payloads[K]): TraceEvent {
    const s = this.#next(p);
    this.#numbers.set(p, s + 1);
    this.#told += 1;
    this.#t += this.#between(1, 12);
    return knownEvent({ p, s, t: Math.round(this.#t * 1_000) / 1_000, lane, kind, ...payload });
  }

  /** The number of a producer's next event. */
  #next(producer: ProducerId): number {
    return this.#numbers.get(producer) ?? 0;
  }

  #lane(maker: ProducerId, kind: LaneKind, runtime: Runtime, name: string, parent?: LaneId): LaneId {
    const index = this.#made.get(maker) ?? 0;
    this.#made.set(maker, index + 1);
    const id = laneOf(maker, index);
    this.lanes.push(parent === undefined ? { id, kind, runtime, name } : { id, kind, runtime, name, parent });
    return id;
  }

  #between(low: number, high: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return low + (high - low) * (this.#seed / 2 ** 32);
  }
}
