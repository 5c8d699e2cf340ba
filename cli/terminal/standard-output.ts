/**
 * Standard output and error of a command: the one place through which its texts go out, each made safe for a terminal.
 * A reader that has closed its pipe wants no more: the command ends quietly with 0. Any other failure (a full device)
 * is one sentence, and 1.
 */
import type { Writable } from "node:stream";
import type { CommandOutput } from "../command.ts";
import { terminalText } from "./terminal-text.ts";

export interface StandardOutputOptions {
  readonly out: Writable;
  readonly err: Writable;
  /** Ends the process now, with this exit code. */
  readonly exit: (code: number) => void;
}

export function standardOutput({ out, err, exit }: StandardOutputOptions): CommandOutput {
  const write = (stream: Writable, text: string) => void stream.write(`${terminalText(text)}\n`);
  out.on("error", (error) => {
    if ("code" in error && error.code === "EPIPE") return exit(0);
    write(err, `Standard output can't be written: ${error.message}.`);
    exit(1);
  });
  // Nobody is left to tell.
  err.on("error", () => exit(1));
  return { out: (text) => write(out, text), err: (text) => write(err, text) };
}
