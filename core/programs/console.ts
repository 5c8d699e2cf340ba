/**
 * A program's console: what it writes, and what its runtime has to warn of, control characters included. Both are
 * shown in one place, as in a terminal. Where it goes is set by the runtime that runs the program.
 */
import { str } from "./repr.ts";

/** Python's `sys.stdout` and `sys.stderr`. */
export type ConsoleStream = "stdout" | "stderr";

/** Takes one write to the console, as it is. */
export type ConsoleSink = (text: string, stream: ConsoleStream) => void;

let consoleSink: ConsoleSink | null = null;

/** Sets where the console of this thread's program goes. */
export function setConsoleSink(sink: ConsoleSink | null): void {
  consoleSink = sink;
}

/**
 * Writes a text to the console and nothing else: no line end. Python's `sys.stdout.write`.
 * @throws Error when no runtime has set a console.
 */
export function write(text: string): void {
  if (consoleSink === null) {
    throw new Error("this program has no console: its runtime must call setConsoleSink before running it");
  }
  consoleSink(text, "stdout");
}

/** Writes to standard error, where warnings go; without a console to nobody: a warning ends no program. */
export function writeError(text: string): void {
  consoleSink?.(text, "stderr");
}

/** Writes values, as Python's `str` has them, with spaces between and a line end behind. Python's `print`. */
export function print(...values: readonly unknown[]): void {
  write(`${values.map(str).join(" ")}\n`);
}
