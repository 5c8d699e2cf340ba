/**
 * A loop's observer that writes the trace: each hook becomes the events of trace-format that it means. One instance
 * a loop. It makes no object on the way of a step.
 *
 * `traceSlot` of what it is shown: of a living task its slot in the task table; of a pending future, a handle or a
 * timer the number of the event that declared it; of what is done `settledAt` the event that says so.
 */
import { Future } from "../../asyncio/futures.ts";
import type { LoopObserver, Observed, ObservedHandle, ObservedTask, ObservedTimer } from "../../asyncio/observer.ts";
import { SleepFuture, SleepTimer } from "../../asyncio/sleep.ts";
import { Task } from "../../asyncio/tasks.ts";
import type { ConsoleStream } from "../../programs/console.ts";
import { type LaneId, laneId, laneOf, noLane, noProducer, producerId } from "../ids.ts";
import type { End } from "../kinds.ts";
import { Recorder } from "../recorder.ts";
import { TaskWriter } from "../task-writer.ts";
import { CancelAdapter } from "./asyncio-cancels.ts";
import { LoopContext, settledAt, settledSeq } from "./asyncio-context.ts";
import { none } from "./asyncio-task-table.ts";
import { resultOf } from "./recorded-values.ts";

export class AsyncioAdapter implements LoopObserver {
  /** One that watches no loop: V8 forgets what it has compiled for a class with the last object of it. */
  static readonly resting = new AsyncioAdapter(restingWriter(), laneOf(producerId(0), 0), () => 0.5);

  readonly #writer: TaskWriter;
  readonly #context: LoopContext;
  readonly #cancels: CancelAdapter;
  readonly #microsPerUnit: number;
  /** While this is the number of the next event, nothing has run since the stamp of a sleep's timer. */
  #stampedFor = none;

  /**
   * @param process the lane that the loop belongs to.
   * @param now the producer's raw clock, µs.
   * @param microsPerUnit the loop's unit of time in µs; its clock starts where `now` does.
   */
  constructor(writer: TaskWriter, process: LaneId, now: () => number, microsPerUnit = 1_000_000) {
    this.#writer = writer;
    this.#context = new LoopContext(writer, process, now);
    this.#cancels = new CancelAdapter(this.#context);
    this.#microsPerUnit = microsPerUnit;
  }

  /** On whose lane things happen now: the running task's, the loop's in a callback, else the process's. */
  get currentLane(): LaneId {
    return this.#context.currentLane;
  }

  /** One write to the console. */
  output(text: string, stream: ConsoleStream): void {
    const lane = stream === "stderr" ? this.#context.warnedLane : this.#context.currentLane;
    this.#writer.output(this.#context.stamp(), lane, text, stream);
  }

  woke(): void {
    this.#context.stamp();
  }

  turnBegan(turn: number): void {
    this.#writer.turnBegan(this.#context.t, this.#context.loop, turn);
  }

  turnEnded(turn: number): void {
    this.#writer.turnEnded(this.#context.t, this.#context.loop, turn);
  }

  closed(): void {
    const t = this.#context.stamp();
    for (const lane of this.#context.tasks.lanes()) this.#writer.laneEnded(t, lane, "abandoned");
    this.#writer.laneEnded(t, this.#context.loop, "returned");
    this.#context.isClosed = true;
  }

  callbackReady(handle: ObservedHandle, settled: Observed | null): void {
    const t = settled === null ? this.#context.stamp() : this.#context.t;
    handle.traceSlot = this.#callbackReady(t, handle, settledSeq(settled));
  }

  callbackRun(handle: ObservedHandle): void {
    if (handle.traceSlot === none) return;
    this.#writer.callbackRun(this.#context.t, this.#context.loop, handle.traceSlot, handle.name);
  }

  callbackEnded(handle: ObservedHandle): void {
    if (handle.traceSlot === none) return;
    this.#writer.callbackEnded(this.#context.stamp(), this.#context.loop, handle.traceSlot, handle.name);
  }

  timerSet(timer: ObservedTimer): void {
    const { currentLane } = this.#context;
    timer.traceSlot = this.#writer.timerSet(this.#context.stamp(), currentLane, this.#due(timer));
    this.#stampedFor = this.#writer.nextSeq;
  }

  timerFired(timer: ObservedTimer): void {
    const { t, loop } = this.#context;
    const fired = this.#writer.timerFired(t, loop, timer.traceSlot, this.#due(timer));
    if (timer instanceof SleepTimer) timer.future.traceSlot = settledAt(fired);
    else timer.traceSlot = this.#callbackReady(t, timer, fired);
  }

  timerDropped(timer: ObservedTimer): void {
    const { currentLane } = this.#context;
    this.#writer.timerDropped(this.#context.stamp(), currentLane, timer.traceSlot, this.#due(timer));
  }

  futureCreated(future: Observed): void {
    const { currentLane } = this.#context;
    future.traceSlot = this.#writer.futureCreated(this.#context.stamp(), currentLane, "");
  }

  futureSettled(future: Observed): void {
    if (future instanceof SleepFuture) {
      if (future.cancelled()) future.traceSlot = settledAt(this.#cancels.travelling);
    } else if (future instanceof Task) {
      this.#taskEnded(future);
    } else if (future instanceof Future && future.traceSlot !== none) {
      const { currentLane } = this.#context;
      const settled = this.#writer.futureSettled(this.#context.stamp(), currentLane, future.traceSlot, howOf(future));
      future.traceSlot = settledAt(settled);
    }
  }

  taskCreated(task: ObservedTask): void {
    const { tasks, loop, currentLane } = this.#context;
    const t = this.#context.stamp();
    const name = `${task.getName()} (${task.getCoro().name})`;
    const lane = this.#writer.laneCreated(t, "task", "coroutines", name, loop, currentLane);
    task.traceSlot = tasks.take(lane);
    this.#writer.laneStarted(t, lane);
    this.#writer.ready(t, lane, noProducer, 0);
  }

  taskReady(task: ObservedTask, settled: Observed): void {
    const { tasks, t } = this.#context;
    const cause = settledSeq(settled);
    tasks.cause[task.traceSlot] = cause;
    this.#writer.ready(t, this.#context.laneOf(task.traceSlot), this.#producer(cause), cause);
  }

  stepBegan(task: ObservedTask): void {
    const { tasks, t } = this.#context;
    const slot = task.traceSlot;
    const lane = this.#context.laneOf(slot);
    this.#context.running = slot;
    this.#writer.run(t, lane, noProducer, 0);
    const joined = tasks.joined[slot] ?? none;
    if (joined !== none) {
      const cause = tasks.cause[slot] ?? none;
      this.#writer.joinEnded(t, lane, joined, "ended", this.#producer(cause), cause);
      tasks.joined[slot] = none;
    }
    this.#cancels.stepBegan(slot);
  }

  taskSuspended(task: ObservedTask, future: Observed | null): void {
    const slot = task.traceSlot;
    const lane = this.#context.laneOf(slot);
    const t = this.#writer.nextSeq === this.#stampedFor ? this.#context.t : this.#context.stamp();
    if (future === null) {
      this.#writer.ready(t, lane, noProducer, 0);
    } else if (future instanceof SleepFuture) {
      this.#writer.wait(t, lane, "sleep", noLane, (future.delay * this.#microsPerUnit) / 1_000);
    } else if (future instanceof Task) {
      const target = this.#context.laneOf(future.traceSlot);
      this.#context.tasks.joined[slot] = target;
      this.#writer.joinBegan(t, lane, target);
      this.#writer.wait(t, lane, "join", target, Number.NaN);
    } else {
      this.#writer.wait(t, lane, "future", noLane, Number.NaN);
    }
    this.#cancels.suspended(slot);
    this.#context.running = none;
  }

  cancelRequested(target: ObservedTask): void {
    this.#cancels.requested(target);
  }

  cancelPassedOn(target: ObservedTask): void {
    this.#cancels.passedOn(target);
  }

  cancelForwarded(task: ObservedTask): void {
    this.#cancels.forwarded(task);
  }

  cancelDelivered(task: ObservedTask, through: Observed | null): void {
    this.#cancels.delivered(task, through);
  }

  cancelledAwaited(future: Observed): void {
    this.#cancels.awaited(future);
  }

  uncancelled(task: ObservedTask): void {
    this.#cancels.uncancelled(task);
  }

  blockBegan(delay: number): void {
    const { running } = this.#context;
    if (running === none) return;
    const ms = (delay * this.#microsPerUnit) / 1_000;
    this.#writer.wait(this.#context.stamp(), this.#context.laneOf(running), "block", noLane, ms);
  }

  blockEnded(): void {
    const { running } = this.#context;
    if (running === none) return;
    this.#writer.run(this.#context.stamp(), this.#context.laneOf(running), noProducer, 0);
  }

  #taskEnded(task: Task<unknown>): void {
    const slot = task.traceSlot;
    const lane = laneId(this.#context.laneOf(slot));
    const how = howOf(task);
    this.#cancels.ended(slot, how === "cancelled");
    task.traceSlot = settledAt(this.#writer.laneEnded(this.#context.stamp(), lane, how, resultOf(task)));
    this.#context.tasks.release(slot);
    this.#context.running = none;
  }

  #callbackReady(t: number, handle: ObservedHandle, cause: number): number {
    return this.#writer.callbackReady(t, this.#context.loop, handle.name, this.#producer(cause), cause);
  }

  #due(timer: ObservedTimer): number {
    return timer.due * this.#microsPerUnit;
  }

  #producer(seq: number): number {
    return seq === none ? noProducer : this.#writer.producer;
  }
}

function restingWriter(): TaskWriter {
  const producer = producerId(0);
  return new TaskWriter(producer, new Recorder({ producer }));
}

function howOf(future: Future<unknown>): End {
  if (future.cancelled()) return "cancelled";
  return future.failed() ? "raised" : "returned";
}
