/**
 * Whether the window may close: at once when nothing would be lost, else as the person says. Invariant: one question at
 * a time; nothing closes while it is asked, nor when saving failed or was cancelled.
 */

export type CloseChoice = "save" | "discard" | "cancel";

export interface CloseQuestionOptions<Source> {
  /** What would be lost if the window closed now. */
  readonly unsaved: () => readonly Source[];
  readonly ask: (unsaved: readonly Source[]) => Promise<CloseChoice>;
  /** Saves one; false when it was not saved. */
  readonly save: (source: Source) => Promise<boolean>;
  /** The person said that what is not saved may go. */
  readonly discard: () => void;
}

export class CloseQuestion<Source> {
  readonly #options: CloseQuestionOptions<Source>;
  #isAnswered = false;
  #asking: Promise<boolean> | undefined;

  constructor(options: CloseQuestionOptions<Source>) {
    this.#options = options;
  }

  /** Nothing would be lost, or the person said that it may be. */
  get mayClose(): boolean {
    return this.#isAnswered || this.#options.unsaved().length === 0;
  }

  /** Whatever would be lost: there is nobody to be asked. */
  askNoMore(): void {
    this.#isAnswered = true;
  }

  /** Asks; resolves to whether the window is to be closed. Undefined while the question is being asked already. */
  ask(): Promise<boolean> | undefined {
    if (this.#asking !== undefined) return undefined;
    this.#asking = this.#decide().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #decide(): Promise<boolean> {
    const unsaved = this.#options.unsaved();
    const choice = await this.#options.ask(unsaved);
    if (choice === "cancel") return false;
    if (choice === "save") {
      for (const source of unsaved) if (!(await this.#options.save(source))) return false;
    }
    if (choice === "discard") this.#options.discard();
    this.#isAnswered = true;
    return true;
  }
}
