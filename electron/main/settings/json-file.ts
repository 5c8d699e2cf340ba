/**
 * A small JSON file of the app's own: read at the start and before each change, which another instance may have made, and
 * written whole, atomically. What can't be read or does
 * not fit its schema is as if it were not there; what can't be written holds until the app ends.
 */
import { readFileSync } from "node:fs";
import { z } from "../../../core/contract/schema.ts";
import { atomicSave } from "../../../core/formats/save/atomic-save.ts";
import { nodeSaveFiles } from "../../node/node-save-files.ts";

export interface JsonFileOptions<Value> {
  /** Absolute; its folder exists. */
  readonly path: string;
  readonly schema: z.ZodType<Value>;
  /** What holds where there is no file. */
  readonly fallback: Value;
  /** Told of a file that can't be read or written, with a sentence. */
  readonly onProblem: (reason: string) => void;
}

export class JsonFile<Value> {
  readonly #options: JsonFileOptions<Value>;
  #value: Value;

  constructor(options: JsonFileOptions<Value>) {
    this.#options = options;
    this.#value = this.#read(options.fallback);
  }

  get value(): Value {
    return this.#value;
  }

  /** Remembers what `change` makes of what is there now. Never throws. */
  change(change: (value: Value) => Value): void {
    const value = change(this.#read(this.#value));
    this.#value = value;
    const { path, onProblem } = this.#options;
    try {
      atomicSave(nodeSaveFiles, path, [Buffer.from(`${JSON.stringify(value, null, 2)}\n`)]);
    } catch (error) {
      onProblem(`${path} can't be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** `otherwise`: what holds where nothing can be read. */
  #read(otherwise: Value): Value {
    const { path, schema, onProblem } = this.#options;
    try {
      return schema.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch (error) {
      const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isAbsent)
        onProblem(`${path} is not used: ${error instanceof z.ZodError ? "it has another form" : String(error)}`);
      return otherwise;
    }
  }
}
