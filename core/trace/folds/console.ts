/**
 * A console as a terminal shows it: text goes in as it was written, control characters included, and lines come
 * out. `\b` moves back without erasing, `\r` to the line's start, `\n` to the next line; what is written over is
 * replaced. Other control characters are dropped, so that a recording can do nothing to a terminal or a page.
 * Invariant: it holds at most `longest` lines; older ones leave at the top.
 */
const longest = 1_000;

export class Console {
  readonly #lines: string[][] = [[]];
  #column = 0;

  /** One write. */
  write(text: string): void {
    for (const character of text) {
      if (character === "\b") this.#column = Math.max(0, this.#column - 1);
      else if (character === "\r") this.#column = 0;
      else if (character === "\n") this.#next();
      else if (isShown(character)) this.#put(character);
    }
  }

  /** The lines, without the spaces at their ends. There is always at least one. */
  get lines(): readonly string[] {
    return this.#lines.map((line) => line.join("").trimEnd());
  }

  /** The whole text, without empty space at its end. */
  get text(): string {
    return this.lines.join("\n").trimEnd();
  }

  /** Where the cursor stands on the last line, in characters. */
  get column(): number {
    return this.#column;
  }

  /** A console in the same state, which goes its own way from here. */
  copy(): Console {
    const copy = new Console();
    copy.#lines.length = 0;
    for (const line of this.#lines) copy.#lines.push([...line]);
    copy.#column = this.#column;
    return copy;
  }

  #put(character: string): void {
    const line = this.#lines.at(-1);
    if (line === undefined) return;
    line[this.#column] = character;
    this.#column += 1;
  }

  #next(): void {
    this.#lines.push([]);
    this.#column = 0;
    if (this.#lines.length > longest) this.#lines.shift();
  }
}

function isShown(character: string): boolean {
  return character === "\t" || !/\p{Cc}/u.test(character);
}
