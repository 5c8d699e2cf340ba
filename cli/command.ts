/**
 * What a command of the command line is: arguments in, text out, an exit code back. 0: done · 1: it differs from
 * what was expected · 2: bad arguments or an unreadable file.
 */
export interface CommandOutput {
  /** Standard output, a whole line a call. */
  out(text: string): void;
  /** Standard error, a whole line a call. */
  err(text: string): void;
}

export type Command = (args: readonly string[], io: CommandOutput) => Promise<number>;

/** Arguments that can't be used: a sentence that says which and what is taken instead. */
export class BadArguments extends Error {
  override readonly name = "BadArguments";
}
