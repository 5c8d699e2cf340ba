/**
 * `check IN`: verifies a recording's invariants in one pass, and prints warnings.
 */
import { type CheckResult, RecordingCheck } from "../../core/trace/check/check-recording.ts";
import { fileArguments } from "../arguments/file-arguments.ts";
import type { Command, CommandOutput } from "../command.ts";
import { openRecording } from "../files/open-recording.ts";
import { problemWith } from "../files/problem-with.ts";

/** Exit code 1 when an invariant is broken or the file was cut short, 2 for an unreadable file. */
export const check: Command = async (args, io) => {
  const { files } = fileArguments(args, "check", ["IN"]);
  const [path = ""] = files;
  try {
    const recording = openRecording(path);
    const checking = new RecordingCheck(recording.header);
    for (const event of recording.events) checking.event(event);
    const { ending } = recording;
    const result = checking.end(ending?.footer, ending?.cut !== undefined);
    if (ending?.cut !== undefined) io.out(`${path}: ${ending.cut}.`);
    tell(result, io);
    return result.breaches.length === 0 && ending?.cut === undefined ? 0 : 1;
  } catch (error) {
    const problem = problemWith(path, error);
    if (problem === undefined) throw error;
    io.err(problem);
    return 2;
  }
};

function tell({ breaches, warnings, events, dropped }: CheckResult, io: CommandOutput): void {
  for (const { invariant, sentence } of breaches) io.out(`broken (${invariant}): ${sentence}.`);
  for (const warning of warnings) io.out(`warning: ${warning}.`);
  const lost = dropped === 0 ? "" : `, ${dropped} lost`;
  const verdict = breaches.length === 0 ? "no invariant is broken" : "invariants are broken";
  io.out(`${events} events${lost}: ${verdict}`);
}
