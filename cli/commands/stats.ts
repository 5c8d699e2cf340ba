/**
 * `stats IN [--json]`: the numbers of a recording, side by side by way of running.
 */
import { importRecording } from "../../core/formats/import-recording.ts";
import { recordingStatistics } from "../../core/trace/folds/statistics/recording-statistics.ts";
import { fileArguments } from "../arguments/file-arguments.ts";
import type { Command } from "../command.ts";
import { openRecording } from "../files/open-recording.ts";
import { problemWith } from "../files/problem-with.ts";
import { statisticsTable } from "../terminal/statistics-table.ts";

/** Exit code 2 for an unreadable file. */
export const stats: Command = async (args, io) => {
  const { files, json } = fileArguments(args, "stats", ["IN"]);
  const [path = ""] = files;
  try {
    const recording = openRecording(path);
    const { header, table } = importRecording(recording);
    const statistics = recordingStatistics(header, table);
    if (recording.ending?.cut !== undefined) io.err(`${path}: ${recording.ending.cut}.`);
    if (json) io.out(JSON.stringify(statistics));
    else for (const line of statisticsTable(statistics)) io.out(line);
    return 0;
  } catch (error) {
    const problem = problemWith(path, error);
    if (problem === undefined) throw error;
    io.err(problem);
    return 2;
  }
};
