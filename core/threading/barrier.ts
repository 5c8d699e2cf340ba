/**
 * Python's `threading.Barrier` (Lib/threading.py, 3.11): so many threads wait for each other, round after round.
 * Invariants: nobody passes before all have come; each gets its place in the order of arrival; who comes round again
 * waits until the last round has drained; once broken, it stays so until it is reset.
 */
import { encodeArguments } from "./arguments.ts";
import { nameOfBody } from "./bodies.ts";
import { callBody } from "./call-body.ts";
import { currentContext } from "./context.ts";
import { BrokenBarrierError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { inMonitor } from "./monitor.ts";
import { objectLane } from "./object-lane.ts";
import { Attach, addressText, SharedObject } from "./shared-object.ts";
import { loopDeadline } from "./timeouts.ts";
import { QueueCell, waitInside, wakeAll } from "./wait-queue.ts";

const State = { filling: 0, draining: 1, resetting: -1, broken: -2 } as const;

const Cell = {
  monitor: 0,
  lane: 1,
  parties: 2,
  count: 3,
  /** Two words: seconds; NaN for none. */
  timeout: 4,
  state: 6,
  /** Text cells: the exported function that the last to come calls, and its arguments; 0 for none. */
  action: 7,
  args: 8,
  queue: 9,
  words: 9 + QueueCell.words,
} as const;

export interface BarrierOptions {
  /** Called by the last to come, before anyone passes: a function that the program's module exports. */
  readonly action?: (...args: never[]) => unknown;
  readonly args?: readonly unknown[];
  /** Seconds that a `wait` without a timeout of its own waits at most. */
  readonly timeout?: number | null;
}

export class Barrier extends SharedObject {
  override readonly kind = "Barrier";

  /** @throws TypeError for an action that can't cross to another thread. */
  constructor(parties: number | Attach, options: BarrierOptions = {}) {
    super(parties instanceof Attach ? parties.address : createBarrier(parties, options));
    register(this);
  }

  /** The barrier at an address that another thread handed over. */
  static at(address: number): Barrier {
    return handleAt(Barrier, address);
  }

  /**
   * Waits until all have come, for `timeout` seconds at most. Returns the caller's place in the order of arrival.
   * @throws BrokenBarrierError when the time is up, or the barrier is broken, or reset meanwhile. What the action throws.
   */
  wait(timeout?: number | null): number {
    const seconds = timeout ?? currentContext().memory.loadFloat(SharedObject.addressOf(this) + Cell.timeout);
    return this.#inside(() => {
      while (this.#state === State.resetting || this.#state === State.draining) this.#block(Number.POSITIVE_INFINITY);
      if (this.#state === State.broken) throw new BrokenBarrierError();
      const index = this.#add(Cell.count, 1);
      try {
        if (index + 1 === this.parties) this.#release();
        else this.#fill(loopDeadline(currentContext().now, seconds));
        return index;
      } finally {
        if (this.#add(Cell.count, -1) === 1) this.#drained();
      }
    });
  }

  /** Makes it as new. Who waits gets a BrokenBarrierError. */
  reset(): void {
    this.#inside(() => {
      if (this.#load(Cell.count) === 0) this.#become(State.filling);
      else this.#become(this.#state === State.draining ? State.draining : State.resetting);
    });
  }

  /** Breaks it: waits fail, now and until it is reset. */
  abort(): void {
    this.#inside(() => this.#become(State.broken));
  }

  /** How many it waits for. */
  get parties(): number {
    return this.#load(Cell.parties);
  }

  /** How many wait in it now. */
  get nWaiting(): number {
    return this.#state === State.filling ? this.#load(Cell.count) : 0;
  }

  get broken(): boolean {
    return this.#state === State.broken;
  }

  override toString(): string {
    const said = this.broken ? "broken" : `waiters=${this.nWaiting}/${this.parties}`;
    return `<threading.Barrier at ${addressText(this)}: ${said}>`;
  }

  #release(): void {
    const { memory } = currentContext();
    const cell = SharedObject.addressOf(this);
    try {
      const action = memory.readText(memory.load(cell + Cell.action));
      if (action !== "") callBody(action, memory.readText(memory.load(cell + Cell.args)));
    } catch (error) {
      this.#become(State.broken);
      throw error;
    }
    this.#become(State.draining);
  }

  #fill(deadline: number): void {
    const { now } = currentContext();
    // As `wait_for`: it gives way to the others once, however short the time is.
    do this.#block(deadline);
    while (this.#state === State.filling && now() < deadline);
    if (this.#state === State.filling) this.#become(State.broken);
    if (this.#state !== State.draining) throw new BrokenBarrierError();
  }

  #drained(): void {
    if (this.#state === State.resetting || this.#state === State.draining) this.#become(State.filling);
  }

  #become(state: number): void {
    const { memory } = currentContext();
    const cell = SharedObject.addressOf(this);
    memory.store(cell + Cell.state, state);
    wakeAll(memory, cell + Cell.queue);
  }

  #block(deadline: number): void {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    const reason = { why: "lock", on: this.#load(Cell.lane) } as const;
    waitInside(context, cell + Cell.monitor, cell + Cell.queue, deadline, reason);
  }

  get #state(): number {
    return this.#load(Cell.state);
  }

  #load(word: number): number {
    return currentContext().memory.load(SharedObject.addressOf(this) + word);
  }

  #add(word: number, amount: number): number {
    return currentContext().memory.add(SharedObject.addressOf(this) + word, amount);
  }

  #inside<Result>(body: () => Result): Result {
    return inMonitor(currentContext(), SharedObject.addressOf(this) + Cell.monitor, body);
  }
}

function createBarrier(parties: number, { action, args, timeout }: BarrierOptions): number {
  const { memory, program } = currentContext();
  const cell = memory.allocate(Cell.words);
  memory.store(cell + Cell.parties, parties);
  memory.storeFloat(cell + Cell.timeout, timeout ?? Number.NaN);
  if (action !== undefined) {
    memory.store(cell + Cell.action, memory.writeText(nameOfBody(program, action)));
    memory.store(cell + Cell.args, memory.writeText(encodeArguments(args ?? [])));
  }
  memory.store(cell + Cell.lane, objectLane("Barrier"));
  return cell;
}
