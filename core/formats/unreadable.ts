/**
 * Why a file can't be read as a recording: the line where there is one, what is wrong, and the remedy where one
 * is known.
 */
export class UnreadableRecording extends Error {
  override readonly name = "UnreadableRecording";
  /** Counted from 1; undefined where the whole file is meant. */
  readonly line: number | undefined;
  /** What is wrong, without the place. */
  readonly reason: string;

  constructor(reason: string, line?: number) {
    super(line === undefined ? reason : `line ${line}: ${reason}`);
    this.reason = reason;
    this.line = line;
  }
}
