/**
 * The consoles of a run in a terminal: one block of lines a mode, redrawn in place, so that both spinners turn at
 * once. Nothing else may write to the terminal while it is open.
 */
import { clearScreenDown, cursorTo, moveCursor } from "node:readline";
import type { WriteStream } from "node:tty";

export interface ShownConsole {
  readonly label: string;
  readonly lines: readonly string[];
}

export class ConsoleRegion {
  readonly #stream: WriteStream;
  #height = 0;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** Draws the consoles where they stood before. */
  draw(consoles: readonly ShownConsole[]): void {
    const width = Math.max(20, this.#stream.columns);
    const gutter = Math.max(...consoles.map((console) => console.label.length)) + 2;
    const rows = consoles.flatMap(({ label, lines }) =>
      lines.map((line, index) => `${(index === 0 ? label : "").padEnd(gutter)}${line}`.slice(0, width - 1)),
    );
    this.#stream.cork();
    if (this.#height > 0) moveCursor(this.#stream, 0, -this.#height);
    cursorTo(this.#stream, 0);
    clearScreenDown(this.#stream);
    this.#stream.write(rows.map((row) => `${row}\n`).join(""));
    this.#stream.uncork();
    this.#height = rows.length;
  }
}
