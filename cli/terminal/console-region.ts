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
  #drawn = "";

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** Draws the consoles where they stood before; nothing happens when they look the same. */
  draw(consoles: readonly ShownConsole[]): void {
    const rows = consoleRows(consoles, Math.max(20, this.#stream.columns));
    const text = rows.map((row) => `${row}\n`).join("");
    if (text === this.#drawn) return;
    this.#stream.cork();
    if (this.#height > 0) moveCursor(this.#stream, 0, -this.#height);
    cursorTo(this.#stream, 0);
    clearScreenDown(this.#stream);
    this.#stream.write(text);
    this.#stream.uncork();
    this.#height = rows.length;
    this.#drawn = text;
  }
}

/** The rows of the region, each at most one column short of `width`; one that is cut says so. */
export function consoleRows(consoles: readonly ShownConsole[], width: number): readonly string[] {
  const gutter = Math.max(...consoles.map((console) => console.label.length)) + 2;
  return consoles.flatMap(({ label, lines }) =>
    withoutEmptyEnd(lines).map((line, index) => cut((index === 0 ? label : "").padEnd(gutter) + line, width - 1)),
  );
}

function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line !== "");
  return lines.slice(0, Math.max(1, last + 1));
}

function cut(row: string, columns: number): string {
  return row.length <= columns ? row : `${row.slice(0, columns - 1)}…`;
}
