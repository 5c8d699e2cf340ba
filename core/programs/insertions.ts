/**
 * Texts to put into a source. Invariant: at one offset they come out in the order in which they were added,
 * so that what opens is added before what lies inside, and what closes after it.
 */
export class Insertions {
  readonly #texts: { readonly at: number; readonly text: string }[] = [];

  add(at: number, text: string): void {
    this.#texts.push({ at, text });
  }

  /** The source with every text in its place. */
  apply(source: string): string {
    const ordered = this.#texts.toSorted((one, other) => one.at - other.at);
    let result = "";
    let from = 0;
    for (const { at, text } of ordered) {
      result += source.slice(from, at) + text;
      from = at;
    }
    return result + source.slice(from);
  }
}
