/**
 * The command line: finds the command, runs it, and turns its result into an exit code. Plain Node.
 */
import { BadArguments, type Command, type CommandOutput } from "./command.ts";
import { check } from "./commands/check.ts";
import { convert } from "./commands/convert.ts";
import { lessonsCommand } from "./commands/lessons.ts";
import { run } from "./commands/run.ts";
import { stats } from "./commands/stats.ts";
import { usage } from "./usage.ts";

const commands: Readonly<Record<string, Command>> = { lessons: lessonsCommand, run, convert, stats, check };

const io: CommandOutput = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    io.out(usage);
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
    io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
