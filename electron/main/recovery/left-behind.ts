/**
 * Whether there may be anything of a process that died: a look at names alone, at each start, so that a thread is only
 * booted where there is something to look into. Invariant: "no" is only said where that is certain.
 */
import { existsSync, readdirSync } from "node:fs";
import { isDraftName } from "../../node/drafts.ts";
import { unknownStart } from "../../node/process-identity.ts";
import { journalsIn } from "../journal/journal-folder.ts";
import type { RecoveryOrder } from "./recover-worker.ts";

/** Whether `order` has to be carried out. A folder that can't be read has to be told of by whoever carries it out. */
export function mayBeLeftBehind({ recordings, saves, own, self }: RecoveryOrder): boolean {
  // When this process started is asked of another program, which takes a while.
  if (self.start === unknownStart) return true;
  try {
    return (
      (existsSync(recordings) && journalsIn(recordings).some(({ decided }) => decided !== "settled")) ||
      namesIn(saves).length > 0 ||
      [own, recordings].some((folder) => namesIn(folder).some(isDraftName))
    );
  } catch {
    return true;
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
