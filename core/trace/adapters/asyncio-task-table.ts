/**
 * What the asyncio adapter knows of each living task: columns by slot, so that a hook makes no object. A slot is
 * given to another task once its own has ended.
 * −1 in a column stands for none; events are known by their number in the adapter's producer.
 */

const smallest = 64;

/** In every column: nothing. */
export const none = -1;

export class TaskTable {
  /** The task's lane. */
  lane = new Int32Array(smallest).fill(none);
  /** The lane of the task that it awaits. */
  joined = new Int32Array(smallest).fill(none);
  /** What woke it last. */
  cause = new Float64Array(smallest).fill(none);
  /** The first request to cancel it that its next step can deliver. */
  request = new Float64Array(smallest).fill(none);
  /** The same for the step that runs: if it is not delivered as the step begins, what the task awaited has swallowed it. */
  due = new Float64Array(smallest).fill(none);
  /** The request that the one on its way through this task came from. */
  outer = new Float64Array(smallest).fill(none);
  /** The request delivered last, until it is clear what became of it. */
  delivered = new Float64Array(smallest).fill(none);
  /** 1 when the task has suspended since then. */
  suspended = new Uint8Array(smallest);
  /** 1 when a CancelledError was ever delivered. */
  everDelivered = new Uint8Array(smallest);
  readonly #free: number[] = [];
  #length = 0;

  /** A slot for a new task. */
  take(lane: number): number {
    const slot = this.#free.pop() ?? this.#length++;
    if (slot === this.lane.length) this.#grow();
    this.lane[slot] = lane;
    this.joined[slot] = none;
    this.cause[slot] = none;
    this.request[slot] = none;
    this.due[slot] = none;
    this.outer[slot] = none;
    this.delivered[slot] = none;
    this.suspended[slot] = 0;
    this.everDelivered[slot] = 0;
    return slot;
  }

  /** The slot's task has ended. */
  release(slot: number): void {
    this.lane[slot] = none;
    this.#free.push(slot);
  }

  /** The lanes of the tasks that have not ended. */
  *lanes(): Generator<number> {
    for (let slot = 0; slot < this.#length; slot++) {
      const lane = this.lane[slot] ?? none;
      if (lane !== none) yield lane;
    }
  }

  #grow(): void {
    this.lane = doubled(this.lane, Int32Array);
    this.joined = doubled(this.joined, Int32Array);
    this.cause = doubled(this.cause, Float64Array);
    this.request = doubled(this.request, Float64Array);
    this.due = doubled(this.due, Float64Array);
    this.outer = doubled(this.outer, Float64Array);
    this.delivered = doubled(this.delivered, Float64Array);
    this.suspended = doubled(this.suspended, Uint8Array);
    this.everDelivered = doubled(this.everDelivered, Uint8Array);
  }
}

interface Column {
  readonly length: number;
}

function doubled<Kind extends Column & { set(from: Kind): void }>(
  column: Kind,
  make: new (length: number) => Kind,
): Kind {
  const larger = new make(column.length * 2);
  larger.set(column);
  return larger;
}
