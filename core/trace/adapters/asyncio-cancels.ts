/**
 * The cancel path of tasks, as the trace tells it: requested, delivered, refused.
 *
 * Of several requests before a delivery the first is the one that is delivered. A request that travelled on to what
 * the task awaited comes back as that one's cancel, and counts as delivered then; if what was awaited swallowed it,
 * it is delivered to nobody. Refused: after a delivery the task suspended again, and then either called
 * `uncancel()` or ended other than cancelled.
 */
import type { Observed, ObservedTask } from "../../asyncio/observer.ts";
import { noProducer } from "../ids.ts";
import { type LoopContext, settledSeq } from "./asyncio-context.ts";
import { none } from "./asyncio-task-table.ts";

export class CancelAdapter {
  readonly #context: LoopContext;
  /** The request that is on its way down. */
  #travelling = none;
  /** The slot of the task that asks what it awaits, having suspended. */
  #forwarder = none;

  constructor(context: LoopContext) {
    this.#context = context;
  }

  /** The request that settles what it reaches now. */
  get travelling(): number {
    return this.#travelling;
  }

  requested(target: ObservedTask): void {
    const { tasks, writer } = this.#context;
    const slot = target.traceSlot;
    const t = this.#context.stamp();
    const from = this.#travelling;
    const asker = this.#forwarder === none ? this.#context.currentLane : this.#context.laneOf(this.#forwarder);
    const seq = writer.cancelRequested(t, asker, this.#context.laneOf(slot), this.#producer(from), from);
    tasks.outer[slot] = from;
    if (tasks.request[slot] === none) tasks.request[slot] = seq;
    this.#travelling = seq;
  }

  passedOn(target: ObservedTask): void {
    this.#travelling = this.#context.tasks.outer[target.traceSlot] ?? none;
    if (this.#forwarder === target.traceSlot) this.#forwarder = none;
  }

  /** The task asks what it awaits now, because it was asked while it ran. */
  forwarded(task: ObservedTask): void {
    const { tasks } = this.#context;
    const slot = task.traceSlot;
    tasks.outer[slot] = this.#travelling;
    this.#travelling = tasks.request[slot] ?? none;
    this.#forwarder = slot;
  }

  /** A step begins: what was requested before it is delivered as it begins, or not at all. */
  stepBegan(slot: number): void {
    const { tasks } = this.#context;
    const request = tasks.request[slot] ?? none;
    tasks.due[slot] = request;
    if (request !== none) tasks.request[slot] = none;
  }

  delivered(task: ObservedTask, through: Observed | null): void {
    const { tasks } = this.#context;
    const slot = task.traceSlot;
    const ownRequest = tasks.request[slot] ?? none;
    const id = ownRequest === none ? (tasks.due[slot] ?? none) : ownRequest;
    tasks.request[slot] = none;
    tasks.due[slot] = none;
    tasks.delivered[slot] = id;
    tasks.suspended[slot] = 0;
    this.#write(slot, id, id === none ? settledSeq(through) : none);
  }

  /** What the running task awaits was cancelled before: it is told without suspending. */
  awaited(future: Observed): void {
    const { running } = this.#context;
    if (running !== none) this.#write(running, none, settledSeq(future));
  }

  suspended(slot: number): void {
    this.#context.tasks.suspended[slot] = 1;
  }

  uncancelled(task: ObservedTask): void {
    if (task.traceSlot > none) this.#settle(task.traceSlot);
  }

  /** The task ends; nothing more can become of what was delivered to it. */
  ended(slot: number, cancelled: boolean): void {
    if (!cancelled) this.#settle(slot);
    else if (this.#context.tasks.everDelivered[slot] === 0) this.#write(slot, none, none);
  }

  /** The task goes on after it suspended since the delivery: it has refused. */
  #settle(slot: number): void {
    const { tasks, writer } = this.#context;
    const id = tasks.delivered[slot] ?? none;
    if (id === none || tasks.suspended[slot] === 0) return;
    writer.cancelRefused(this.#context.stamp(), this.#context.laneOf(slot), writer.producer, id);
    tasks.delivered[slot] = none;
  }

  #write(slot: number, id: number, cause: number): void {
    const { tasks, writer } = this.#context;
    const lane = this.#context.laneOf(slot);
    tasks.everDelivered[slot] = 1;
    writer.cancelDelivered(this.#context.stamp(), lane, this.#producer(id), id, this.#producer(cause), cause);
  }

  #producer(seq: number): number {
    return seq === none ? noProducer : this.#context.writer.producer;
  }
}
