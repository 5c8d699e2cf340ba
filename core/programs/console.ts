/**
 * A program's console: one stream of text, control characters included. Where it goes is set by the runtime
 * that runs the program.
 */
import { str } from "./repr.ts";

/** Takes one write to the console, as it is. */
export type ConsoleSink = (text: string) => void;

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
  consoleSink(text);
}

/** Writes values, as Python's `str` has them, with spaces between and a line end behind. Python's `print`. */
export function print(...values: readonly unknown[]): void {
  write(`${values.map(str).join(" ")}\n`);
}
