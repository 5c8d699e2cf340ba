/**
 * Reports to the page, and when each is made: never inside of what asks for it, and not before a frame that is due, so that
 * no input's picture waits for one. Each is made at most once in its time, once after the last that was asked for, and takes
 * no more than a part of the worker's time, however long it takes to make.
 */

/** The time, and a turn of its own later on: the event loop's, or a test's. */
export interface Turns {
  /** ms. */
  now(): number;
  /** Calls `act` in `ms` from now; what is returned takes that back. */
  later(act: () => void, ms: number): () => void;
}

/** Reports are made for so long in one turn; one that takes longer is made alone. ms. */
const turnAtMost = 8;
/** A frame that does not come, as in a hidden window, is not waited for any longer than this, ms. */
const patience = 250;
/** After a report at least so many times as long passes as it took. */
const restAtLeast = 4;

interface Entry {
  readonly every: number;
  readonly make: () => void;
  isAsked: boolean;
  /** Not even a frame is waited for. */
  isUrgent: boolean;
  /** Not before, ms. */
  dueAt: number;
}

/** One kind of report. */
export interface Report {
  /** Asks for it: it is made when its time has come, after the frame that is due. */
  ask(): void;
  /** Asks for it whatever was made a moment ago. */
  askAnew(): void;
  /** Asks for it in the next turn, for what happens once: a beginning, an end. */
  askAtOnce(): void;
}

export class ReportQueue {
  readonly #turns: Turns;
  readonly #isFrameDue: () => boolean;
  /** Who has waited longest comes first. */
  #waiting: Entry[] = [];
  #turn: { readonly at: number; readonly takeBack: () => void } | undefined;

  constructor(turns: Turns, isFrameDue: () => boolean) {
    this.#turns = turns;
    this.#isFrameDue = isFrameDue;
  }

  /** A report that `make` makes, at most every so many ms. */
  add(every: number, make: () => void): Report {
    const entry: Entry = { every, make, isAsked: false, isUrgent: false, dueAt: Number.NEGATIVE_INFINITY };
    const askAnew = (): void => {
      entry.dueAt = Number.NEGATIVE_INFINITY;
      this.#ask(entry);
    };
    return {
      ask: () => this.#ask(entry),
      askAnew,
      askAtOnce: () => {
        entry.isUrgent = true;
        askAnew();
      },
    };
  }

  /** A frame was drawn: what waited for it is made in a turn after it. */
  drawn(): void {
    this.#plan(false);
  }

  #ask(entry: Entry): void {
    if (!entry.isAsked) this.#waiting.push(entry);
    entry.isAsked = true;
    this.#plan(this.#isFrameDue());
  }

  /** Sees to a turn for what waits. `afterFrame`: a frame is due, whose end makes a better plan. */
  #plan(afterFrame: boolean): void {
    if (this.#waiting.length === 0) return;
    const now = this.#turns.now();
    const due = Math.max(now, Math.min(...this.#waiting.map(({ dueAt }) => dueAt)));
    const waits = afterFrame && this.#waiting.every(({ isUrgent }) => !isUrgent);
    const at = waits ? Math.max(due, now + patience) : due;
    if (this.#turn !== undefined && this.#turn.at <= at) return;
    this.#turn?.takeBack();
    this.#turn = { at, takeBack: this.#turns.later(() => this.#make(), at - now) };
  }

  #make(): void {
    this.#turn = undefined;
    const begun = this.#turns.now();
    for (const entry of this.#waiting.filter(({ dueAt }) => dueAt <= begun)) {
      const before = this.#turns.now();
      if (before - begun >= turnAtMost) break;
      this.#waiting = this.#waiting.filter((each) => each !== entry);
      entry.isAsked = false;
      entry.isUrgent = false;
      entry.make();
      const after = this.#turns.now();
      entry.dueAt = before + Math.max(entry.every, (after - before) * (restAtLeast + 1));
    }
    this.#plan(this.#isFrameDue());
  }
}
