/**
 * Whether a process still answers: it is asked for a sign of life every 100 ms, and is silent when none came for
 * 800 ms, so that a thread that blocks is found within a second. No platform has an event for that.
 * Invariants: one question is out at a time, so that a process that wakes after long finds no heap of them; only time
 * counts in which the asking side was awake itself: after a long turn of its own, a machine's sleep or a jump of its clock
 * answers may lie unread, so such a stretch counts as two beats at most; each silence is told once, and so is its end.
 */

/** ms between two beats. */
export const beatEvery = 100;
/** How long no answer may come, ms. */
export const silentAfter = 800;
/** How long the first answer may take, ms: a process boots in about 100, on a busy machine in seconds. */
export const bootPatience = 15_000;
/** What one stretch between two beats counts for at most, µs. */
const longestStretch = 2 * beatEvery * 1_000;

export interface HeartbeatOptions {
  /** Monotonic, µs. */
  readonly now: () => number;
  readonly after: (ms: number, action: () => void) => () => void;
  /** Asks for a sign of life. */
  readonly ask: () => void;
  /** It has been silent for so many µs. */
  readonly onSilent: (silence: number) => void;
  /** It answers: the first time, and again after each silence. */
  readonly onAnswering: () => void;
}

type State = "booting" | "answering" | "silent" | "stopped";

export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #state: State = "booting";
  #hasAnswered = false;
  #isAsked = false;
  #askedAt: number;
  #silence = 0;
  #disarm: () => void;

  /** Begins to ask at once. */
  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#askedAt = options.now();
    this.#disarm = options.after(beatEvery, () => this.#beat());
  }

  /** Whether it has ever answered. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** Whether it does not answer now. */
  get isSilent(): boolean {
    return this.#state === "silent";
  }

  /** A sign of life has come. */
  heard(): void {
    if (this.#state === "stopped") return;
    this.#silence = 0;
    this.#isAsked = false;
    this.#hasAnswered = true;
    if (this.#state === "answering") return;
    this.#state = "answering";
    this.#options.onAnswering();
  }

  /** The process is gone, or is to be: nothing is asked or told any more. */
  stop(): void {
    this.#state = "stopped";
    this.#disarm();
  }

  #beat(): void {
    const { now, after, ask, onSilent } = this.#options;
    const at = now();
    this.#silence += Math.min(Math.max(0, at - this.#askedAt), longestStretch);
    this.#askedAt = at;
    this.#disarm = after(beatEvery, () => this.#beat());
    const wasAsked = this.#isAsked;
    this.#isAsked = true;
    if (!wasAsked) ask();
    const limit = this.#hasAnswered ? silentAfter : bootPatience;
    if (this.#state === "silent" || this.#silence < limit * 1_000) return;
    this.#state = "silent";
    onSilent(this.#silence);
  }
}
