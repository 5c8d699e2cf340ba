/**
 * `convert IN OUT`: from one format to another, by the files' endings. The recording is walked through once, so a
 * file of any length takes little memory.
 */

import { numberedOnce } from "../../core/formats/numbered-once.ts";
import { formatOf, unknownEnding } from "../../core/formats/registry.ts";
import { saveRecording } from "../../core/formats/save/save-recording.ts";
import { UnreadableRecording } from "../../core/formats/unreadable.ts";
import { nodeSaveFiles } from "../../electron/node/node-save-files.ts";
import { whyNotSaved } from "../../electron/node/why-not-saved.ts";
import { fileArguments } from "../arguments/file-arguments.ts";
import { BadArguments, type Command } from "../command.ts";
import { openRecording } from "../files/open-recording.ts";
import { problemWith } from "../files/problem-with.ts";

/** Exit code 1 when OUT can't be written, 2 when IN can't be read. */
export const convert: Command = async (args, io) => {
  const { files } = fileArguments(args, "convert", ["IN", "OUT"]);
  const [from = "", to = ""] = files;
  if (formatOf(to) === undefined) throw new BadArguments(`${unknownEnding(to)}.`);
  let isReading = true;
  try {
    const recording = openRecording(from);
    const events = watched(numberedOnce(recording.events, recording), (reading) => {
      isReading = reading;
    });
    isReading = false;
    saveRecording(nodeSaveFiles, to, { header: recording.header, events }, (text) => Buffer.from(text));
    if (recording.ending?.cut !== undefined) io.err(`${from}: ${recording.ending.cut}.`);
    io.out(`wrote ${to}`);
    return 0;
  } catch (error) {
    if (!isReading && !(error instanceof UnreadableRecording)) {
      io.err(`${to} was not written: ${whyNotSaved(error)}.`);
      return 1;
    }
    const problem = problemWith(from, error);
    if (problem === undefined) throw error;
    io.err(problem);
    return 2;
  }
};

/** Says whether an event is being read now, so that an error is put down to the right file. */
function* watched<Item>(items: Iterable<Item>, tell: (reading: boolean) => void): Generator<Item> {
  const source = items[Symbol.iterator]();
  for (;;) {
    tell(true);
    const next = source.next();
    if (next.done === true) break;
    tell(false);
    yield next.value;
  }
  tell(false);
}
