/**
 * The command line: finds the command, runs it, and turns its result into an exit code. Plain Node.
 */
import { BadArguments, type Command } from "./command.ts";
import { check } from "./commands/check.ts";
import { convert } from "./commands/convert.ts";
import { lessonsCommand } from "./commands/lessons.ts";
import { run } from "./commands/run.ts";
import { stats } from "./commands/stats.ts";
import { standardOutput } from "./terminal/standard-output.ts";
import { usage } from "./usage.ts";

const commands: Readonly<Record<string, Command>> = { lessons: lessonsCommand, run, convert, stats, check };

const io = standardOutput({ out: process.stdout, err: process.stderr, exit: (code) => process.exit(code) });

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    for (const line of usage.split("\n")) io.out(line);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    io.err(`There is no command "${name}". The commands are ${Object.keys(commands).join(", ")}.`);
    return 2;
  }
  try {
    return await command(rest, io);
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    io.err(error.message);
    return 2;
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of text.split("\n")) io.err(line);
    process.exitCode = 1;
  },
);
