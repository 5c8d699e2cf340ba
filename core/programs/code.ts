/**
 * What a running program knows of its own source: a `Code` a function, a `Frame` a running call of it.
 * Mirrors the parts of CPython's code and frame objects that a program can print: name, file and line.
 */

/** A function of a program, as it stands in its source. */
export class Code {
  readonly name: string;
  /** The file as the listing names it, without folders. */
  readonly file: string;
  /** The line of its definition, from 1. */
  readonly line: number;
  readonly generator: boolean;

  constructor(name: string, file: string, line: number, generator: boolean) {
    this.name = name;
    this.file = file;
    this.line = line;
    this.generator = generator;
  }
}

/** One call of a function; `line` is the line it now runs, or is suspended at. */
export class Frame {
  readonly code: Code;
  line: number;

  constructor(code: Code) {
    this.code = code;
    this.line = code.line;
  }
}
