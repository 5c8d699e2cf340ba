/**
 * What is wrong now and has not passed yet, in sentences: unlike a note it can't be dismissed, and goes by itself.
 */
export class Notices {
  readonly #sentences = new Map<string, string>();
  readonly #onChange: () => void;

  /** `onChange` is called when what `all` gives has changed. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The sentences, the earliest first. */
  get all(): string[] {
    return [...this.#sentences.values()];
  }

  /** That is wrong with `subject`, in place of what was. */
  raise(subject: string, sentence: string): void {
    this.#sentences.set(subject, sentence);
    this.#onChange();
  }

  /** Nothing is wrong with `subject` any more. */
  clear(subject: string): void {
    if (this.#sentences.delete(subject)) this.#onChange();
  }
}
