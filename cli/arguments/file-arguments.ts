/**
 * The arguments of the commands that work on files.
 */
import { parseArgs } from "node:util";
import { BadArguments } from "../command.ts";

export interface FileArguments {
  readonly files: readonly string[];
  readonly json: boolean;
}

/** `names`: what each file is, for the sentence. @throws BadArguments for more, fewer or other arguments. */
export function fileArguments(args: readonly string[], command: string, names: readonly string[]): FileArguments {
  const { values, positionals } = parsed(args);
  if (positionals.length !== names.length) {
    throw new BadArguments(`${command} takes ${names.join(" and ")}: got ${positionals.length} files.`);
  }
  return { files: positionals, json: values.json ?? false };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: "boolean" } } });
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error));
  }
}
