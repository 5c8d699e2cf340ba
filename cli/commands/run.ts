/**
 * `run LESSON …`: runs a lesson for real, here in the terminal, and writes what was recorded.
 */
import type { Json } from "../../core/trace/event.ts";
import { isAsExpected } from "../../lessons/expected.ts";
import { type RunArguments, runArguments } from "../arguments/run-arguments.ts";
import type { Command, CommandOutput } from "../command.ts";
import { exportAll } from "../files/export-all.ts";
import { temporaryJournal } from "../files/temporary-journal.ts";
import { EarlyEnds } from "../run/early-ends.ts";
import { type LessonResult, type ModeResult, runLesson } from "../run/lesson-run.ts";
import { ConsoleRegion } from "../terminal/console-region.ts";
import { reportLine } from "../terminal/report.ts";
import type { RunFeed } from "../terminal/run-feed.ts";

/** Exit code 1 when a mode ended otherwise than its lesson expects, or a file could not be written. */
export const run: Command = async (args, io) => {
  const wanted = runArguments(args);
  const journal = temporaryJournal();
  const ends = new EarlyEnds({ process, tidyUp: journal.discard });
  let last: RunFeed | undefined;
  const draw = drawing(wanted);
  const result = await runLesson(wanted, {
    journal: journal.sink,
    onChange: (feed) => {
      last = feed;
      draw?.(feed);
    },
    onStarted: (stop) => ends.onInterrupt(stop),
  });
  if (draw === undefined && !wanted.json && last !== undefined) printConsoles(wanted, last, io);
  const files = await exportAll(journal.path, journal.committed(), wanted.exports);
  ends.tidyUp();
  tell(wanted, result, files.written, io);
  for (const problem of files.problems) io.err(problem);
  return files.problems.length === 0 && cameOutAsExpected(wanted, result) ? 0 : 1;
};

/** Draws the consoles in place, where standard output is a terminal. */
function drawing({ json, modes }: RunArguments): ((feed: RunFeed) => void) | undefined {
  if (json || !process.stdout.isTTY) return undefined;
  const region = new ConsoleRegion(process.stdout);
  return (feed) => region.draw(modes.map((mode) => ({ label: mode, lines: feed.lines(mode) })));
}

function printConsoles({ modes }: RunArguments, feed: RunFeed, io: CommandOutput): void {
  for (const mode of modes) for (const line of feed.lines(mode)) if (line !== "") io.out(`${mode}: ${line}`);
}

function tell(wanted: RunArguments, result: LessonResult, files: readonly string[], io: CommandOutput): void {
  if (result.state.problem !== undefined) io.err(result.state.problem);
  if (wanted.json) {
    io.out(JSON.stringify(summary(wanted, result, files)));
    return;
  }
  const width = Math.max(...wanted.modes.map((mode) => mode.length));
  for (const mode of result.modes) io.out(reportLine(mode, width));
  for (const file of files) io.out(`wrote ${file}`);
}

function summary(wanted: RunArguments, { modes, state }: LessonResult, files: readonly string[]): Json {
  const byMode = modes.map(({ mode, outcome, frames, ms }): [string, Json] => [
    mode,
    {
      how: outcome.how,
      ...(outcome.value === undefined ? {} : { value: outcome.value }),
      ...(outcome.error === undefined ? {} : { error: outcome.error }),
      frames,
      ms: Math.round(ms * 1_000) / 1_000,
    },
  ]);
  return { lesson: wanted.lesson.id, modes: Object.fromEntries(byMode), files, lost: state.dropped };
}

function cameOutAsExpected({ lesson }: RunArguments, { modes, state }: LessonResult): boolean {
  const isFine = ({ mode, outcome }: ModeResult) => isAsExpected(lesson.expected[mode], outcome.value);
  return state.problem === undefined && modes.every(isFine);
}
