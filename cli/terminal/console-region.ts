/**
 * The consoles of a run in a terminal: one block of lines a mode, redrawn in place, so that both spinners turn at
 * once. Nothing else may write to the terminal while it is open.
 */
import { clearScreenDown, cursorTo, moveCursor } from "node:readline";
import type { Writable } from "node:stream";
import truncatedWidth from "fast-string-truncated-width";
import { terminalText } from "./terminal-text.ts";

export interface ShownConsole {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What a terminal's stream has besides: its size, which may change. */
export type Terminal = Writable & { readonly columns: number; readonly rows: number };

export class ConsoleRegion {
  readonly #stream: Terminal;
  #height = 0;
  #drawn = "";

  constructor(stream: Terminal) {
    this.#stream = stream;
  }

  /** Draws the consoles where they stood before; nothing happens when they look the same. */
  draw(consoles: readonly ShownConsole[]): void {
    // A block as high as the screen would scroll its first row away with the line end of its last one.
    const rows = lastRows(consoleRows(consoles, this.#stream.columns), this.#stream.rows - 1);
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

/** The rows for which there is room: the newest. */
export function lastRows(rows: readonly string[], room: number): readonly string[] {
  return room < 1 ? rows.slice(-1) : rows.slice(-room);
}

/** The rows of the region, each at most one column short of `width`; one that is cut says so. */
export function consoleRows(consoles: readonly ShownConsole[], width: number): readonly string[] {
  const columns = width > 0 ? width : 80;
  const gutter = Math.max(...consoles.map((console) => console.label.length)) + 2;
  return consoles.flatMap(({ label, lines }) =>
    withoutEmptyEnd(lines).map((line, index) =>
      cut((index === 0 ? label : "").padEnd(gutter) + terminalText(line), Math.max(1, columns - 1)),
    ),
  );
}

function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line !== "");
  return lines.slice(0, Math.max(1, last + 1));
}

/** Counts columns of the terminal: a letter of Chinese, Japanese or Korean and an emoji take two, a mark none. */
function cut(row: string, columns: number): string {
  const { truncated, index } = truncatedWidth(row, { limit: columns, ellipsis: "…", ellipsisWidth: 1 });
  return truncated ? `${row.slice(0, index)}…` : row;
}
