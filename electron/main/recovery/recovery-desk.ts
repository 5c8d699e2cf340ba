/**
 * What was recovered is offered here until somebody decides: shown, saved in a file, or left for later. Invariants: an
 * offer goes only when its recording is shown or saved; nothing is looked for twice in one start; a run is never held up
 * or put aside by an offer.
 */
import type { Answer } from "../../../core/contract/page-protocol.ts";
import type { OfferedRecording, RecoveryState } from "../../../core/contract/recovery-state.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { FoundRecording } from "../recordings/kept-recording.ts";
import type { RecoveryNews } from "./recover-worker.ts";

export interface RecoveryDeskOptions {
  readonly language: Language;
  /** Begins to look; what is found is told as it comes. */
  readonly find: (onNews: (news: RecoveryNews) => void) => void;
  readonly nextNumber: () => number;
  /** Whether a run is on. */
  readonly isBusy: () => boolean;
  readonly show: (found: FoundRecording) => void;
  /** Asks where to, and writes it there. Never rejects. */
  readonly save: (found: FoundRecording) => Promise<Answer>;
  /** It is saved in a file; or it is not to be offered by itself again. */
  readonly settle: (journal: string) => void;
  readonly postpone: (journal: string) => void;
  readonly onChange: () => void;
  /** Who this process is, known for certain. */
  readonly onSelf: (self: Extract<RecoveryNews, { type: "self" }>["self"]) => void;
  /** Told of what can't be recovered now: a sentence. */
  readonly onProblem: (sentence: string) => void;
  readonly log: (line: string) => void;
}

interface Offer {
  readonly found: FoundRecording;
  readonly setAside: string | undefined;
  isPostponed: boolean;
}

export class RecoveryDesk {
  readonly #options: RecoveryDeskOptions;
  readonly #offers = new Map<number, Offer>();
  #hasBegun = false;

  constructor(options: RecoveryDeskOptions) {
    this.#options = options;
  }

  get state(): RecoveryState {
    return { offers: [...this.#offers.values()].map(offered) };
  }

  /** Looks for recordings, once: it does nothing after the first time. */
  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#options.find((news) => this.#hear(news));
  }

  /** Shows the recording of that number. */
  open(number: number): Answer {
    const { language, isBusy, show, onChange } = this.#options;
    const offer = this.#offers.get(number);
    if (offer === undefined) return this.#gone();
    if (isBusy()) return { ok: false, problem: translate(language, "problem.recovery.run") };
    this.#offers.delete(number);
    show(offer.found);
    onChange();
    return { ok: true };
  }

  /** Saves the recording of that number in a file. Never rejects; it stays offered when it was not saved. */
  async save(number: number): Promise<Answer> {
    const offer = this.#offers.get(number);
    if (offer === undefined) return this.#gone();
    const answer = await this.#options.save(offer.found);
    // It may have been opened while the dialog was; then it is settled with what is shown.
    if (answer.ok && answer.path !== undefined && this.#offers.delete(number)) {
      this.#options.settle(offer.found.journal);
      this.#options.onChange();
    }
    return answer;
  }

  /** Leaves the recording of that number in the menu, at the next starts, too. */
  later(number: number): Answer {
    const offer = this.#offers.get(number);
    if (offer === undefined) return this.#gone();
    offer.isPostponed = true;
    this.#options.postpone(offer.found.journal);
    this.#options.onChange();
    return { ok: true };
  }

  #gone(): Answer {
    return { ok: false, problem: translate(this.#options.language, "problem.recovery.none") };
  }

  #hear(news: RecoveryNews): void {
    const { language, nextNumber, onChange, onProblem, onSelf, log } = this.#options;
    switch (news.type) {
      case "self":
        onSelf(news.self);
        break;
      case "recovered": {
        const { journal, summary, setAside, isPostponed } = news;
        const number = nextNumber();
        this.#offers.set(number, { found: { number, journal, summary }, setAside, isPostponed });
        log(`a recording was recovered: ${journal}, ${summary.events} events`);
        onChange();
        break;
      }
      case "failed":
        log(`${news.name} can't be recovered: ${news.reason}`);
        onProblem(translate(language, "problem.recovery.failed", { name: news.name, reason: news.reason }));
        break;
      case "note":
        log(news.line);
        break;
    }
  }
}

function offered({ found, setAside, isPostponed }: Offer): OfferedRecording {
  const { number, summary } = found;
  const { lesson, started, events } = summary;
  return { number, lesson, started, events, isPostponed, ...(setAside === undefined ? {} : { setAside }) };
}
