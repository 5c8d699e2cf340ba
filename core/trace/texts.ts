/**
 * A string table: each distinct text once, named by a small integer. −1 stands for no text.
 */
export class Texts {
  readonly #texts: string[] = [];
  readonly #indexes = new Map<string, number>();

  /** The text's index, made on first sight; −1 for "". */
  intern(text: string): number {
    if (text === "") return -1;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#texts.push(text) - 1;
    this.#indexes.set(text, index);
    return index;
  }

  /** The text at an index; "" for −1. */
  at(index: number): string {
    return this.#texts[index] ?? "";
  }

  get size(): number {
    return this.#texts.length;
  }
}
