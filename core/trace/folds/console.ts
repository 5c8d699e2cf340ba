/**
 * A console as a terminal shows it: text goes in as it was written, control characters included, and lines come
 * out. `\b` moves back without erasing, `\r` to the line's start, `\n` to the next line; what is written over is
 * replaced. Other control characters are dropped, so that a recording can do nothing to a terminal or a page.
 * Invariants: it holds at most `mostLines` lines, older ones leave at the top; and `longestLine` characters of a line, whose
 * end then says how many more there were. Only the last line changes: copies share all others.
 */
const mostLines = 1_000;
const longestLine = 4_096;

export class Console {
  /** The lines before the last one. */
  readonly #done: string[] = [];
  #last: string[] = [];
  #column = 0;
  /** The column that the last line reached, past what is kept of it. */
  #reached = 0;

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
    return [...this.#done, this.#lastLine];
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
    for (const line of this.#done) copy.#done.push(line);
    copy.#last = [...this.#last];
    copy.#column = this.#column;
    copy.#reached = this.#reached;
    return copy;
  }

  get #lastLine(): string {
    const line = this.#last.join("").trimEnd();
    const more = this.#reached - longestLine;
    return more <= 0 ? line : `${line} … ${more} more`;
  }

  #put(character: string): void {
    if (this.#column < longestLine) this.#last[this.#column] = character;
    this.#column += 1;
    this.#reached = Math.max(this.#reached, this.#column);
  }

  #next(): void {
    this.#done.push(this.#lastLine);
    this.#last = [];
    this.#column = 0;
    this.#reached = 0;
    if (this.#done.length >= mostLines) this.#done.shift();
  }
}

function isShown(character: string): boolean {
  return character === "\t" || !/\p{Cc}/u.test(character);
}
