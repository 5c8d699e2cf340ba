/**
 * `lessons [--json]`: what there is to run.
 */
import { lessons } from "../../lessons/manifest.ts";
import { BadArguments, type Command } from "../command.ts";

/** Lists the lessons in their order. */
export const lessonsCommand: Command = async (args, io) => {
  const unknown = args.find((arg) => arg !== "--json");
  if (unknown !== undefined) throw new BadArguments(`lessons takes only --json, not "${unknown}".`);
  const list = lessons.map((lesson) => ({ id: lesson.id, title: lesson.words.en.title, modes: lesson.modes }));
  if (args.includes("--json")) {
    io.out(JSON.stringify({ lessons: list }));
    return 0;
  }
  const width = Math.max(...list.map((lesson) => lesson.id.length));
  for (const lesson of list) io.out(`${lesson.id.padEnd(width)}  ${lesson.title} (${lesson.modes.join(", ")})`);
  return 0;
};
